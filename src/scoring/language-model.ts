/**
 * What one pass of the language model says about one text, token by token.
 * All arrays have one entry a token; logarithms are natural (nats).
 */
export interface TokenScores {
	/** UTF-16 offsets [from, to) of each token in the text that was scored. */
	readonly from: Uint32Array;
	readonly to: Uint32Array;
	/** log p(token | tokens before it). NaN for a token that had nothing before it. */
	readonly logProb: Float32Array;
	/** Entropy of the next-token distribution the token was drawn from. NaN where logProb is. */
	readonly entropy: Float32Array;
	/** Variance of log p under that same distribution. NaN where logProb is. */
	readonly variance: Float32Array;
	/** 1-based rank of the token in that distribution. NaN where logProb is. */
	readonly rank: Float32Array;
	/** log p of the likeliest token of that distribution. NaN where logProb is. */
	readonly topLogProb: Float32Array;
	/** Evidence of the trained head, in logits a token: above 0 reads as machine. */
	readonly evidence: Float32Array;
}

/** The seam between scoring and the model that runs: `engine/model.ts` and the test fake both fit it. */
export interface LanguageModel {
	/** Number of tokens of the text, without running the model. */
	countTokens(text: string): number;
	/**
	 * Scores every text, in order. Texts longer than the model's window are scored in
	 * overlapping windows and stitched: nothing is cut.
	 * @throws DOMException `AbortError` when the signal aborts between batches.
	 */
	score(texts: readonly string[], signal: AbortSignal): Promise<TokenScores[]>;
}
