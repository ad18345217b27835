import type { BandLimits } from "../band.ts";
import type { Register } from "../register.ts";
import type { ReasonPart } from "../verdict.ts";

/** What n-grams a lexical model counts: `spaced` characters and words, `chinese` characters without spaces. */
export const GRAMS = ["spaced", "chinese"] as const;
export type Grams = (typeof GRAMS)[number];

/** Hashed linear model: the logit of a text is `bias` plus the sum of its weighted n-grams. */
export interface LexicalHead {
	readonly grams: Grams;
	/** Number of hash buckets, a power of two. */
	readonly buckets: number;
	/** Logits per step of a weight. */
	readonly scale: number;
	readonly bias: number;
	/** One weight a bucket; `NEVER_SEEN` where no training text fell into it. */
	readonly weights: Int8Array;
}

export const FUSED_PARTS = ["evidence", "lexical", "log-probability"] as const;
export type FusedPart = (typeof FUSED_PARTS)[number];

/** Contribution: (slope + slopePerLogTokens * ln(tokens / referenceTokens)) * (clamp(x, min, max) - centre). */
export interface FusionPart {
	readonly part: FusedPart;
	readonly centre: number;
	readonly slope: number;
	readonly slopePerLogTokens: number;
	readonly min: number;
	readonly max: number;
}

export interface FusionHead {
	readonly intercept: number;
	readonly referenceTokens: number;
	/** Of the passages that were fitted: a longer one counts as one of this length. */
	readonly longestTokens: number;
	/** Contribution of a passage's length: length * ln(tokens / referenceTokens). */
	readonly length: number;
	readonly parts: readonly FusionPart[];
}

/** Platt scaling: p = sigmoid(slope * score + intercept + perLogTokens * ln(tokens / referenceTokens)). */
export interface ProbabilityHead {
	readonly slope: number;
	readonly intercept: number;
	readonly perLogTokens: number;
}

/** p-values of human passages of one language and register with minTokens <= tokens < maxTokens. */
export interface CalibrationGroup {
	readonly language: string;
	/** `undefined`: all registers. */
	readonly register: Register | undefined;
	readonly minTokens: number;
	readonly maxTokens: number;
	/** Rising scores, in logits. */
	readonly scores: readonly number[];
	/** Falling shares of human passages that score at least that; above 0. */
	readonly pValues: readonly number[];
}

/** Two-state hidden Markov model over sentences. */
export interface SpanHead {
	/**
	 * Log-odds of a sentence: scale * sum of (token evidence - level) + lexical * its lexical score;
	 * the level is own * the passage's mean evidence + (1 - own) * offset.
	 */
	readonly scale: number;
	readonly offset: number;
	readonly lexical: number;
	readonly own: number;
	/** Probability that the author of a sentence wrote the next one too. */
	readonly stay: number;
	/** Sentences with fewer tokens are judged together with a neighbour. */
	readonly minTokens: number;
}

/** Passages that are settled before the language model reads them. */
export interface ClearingHead {
	/** Contribution of the lexical part, in logits, below which a passage is cleared. */
	readonly belowLexical: number;
	/** Mean evidence a token of human passages thus cleared: what the score assumes of them. */
	readonly evidence: number;
}

/** What training gives the detector for one language. */
export interface LanguageHeads extends BandLimits {
	/** Below this a passage is `too-short`. */
	readonly minTokens: number;
	readonly lexical: LexicalHead;
	readonly fusion: FusionHead;
	readonly probability: ProbabilityHead;
	readonly groups: readonly CalibrationGroup[];
	/** Rising quantiles of each part's contribution among human passages; may be empty. */
	readonly reference: Readonly<Record<ReasonPart, readonly number[]>>;
	/** `undefined` where the tokens' evidence says nothing of single sentences. */
	readonly spans: SpanHead | undefined;
	/** `undefined` where the model reads every passage. */
	readonly clears: ClearingHead | undefined;
}

/** Everything that training gives the detector besides the language model itself; its own fields serve the first language. */
export interface Heads extends LanguageHeads {
	/** Primary language subtags of BCP 47 that may be scored. */
	readonly languages: readonly string[];
	/** The heads of languages that have their own. */
	readonly byLanguage: Readonly<Record<string, LanguageHeads>>;
}

/** The heads that judge texts in a language. */
export const headsFor = (
	language: string,
	{ byLanguage, ...common }: Heads,
): LanguageHeads => byLanguage[language] ?? common;
