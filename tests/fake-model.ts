import type {
	LanguageModel,
	TokenScores,
} from "../src/scoring/language-model.ts";

/** Words and single marks, as a stand-in for the real tokenizer. */
const TOKEN = /[\p{L}\p{N}']+|[^\s\p{L}\p{N}']/gu;

interface FakeOptions {
	/** Evidence of one token, in logits; by default `machine…` words read as machine. */
	readonly evidenceOf?: (token: string) => number;
	/** log p of one token; by default a fixed function of its letters, between -6 and 0. */
	readonly logProbOf?: (token: string) => number;
}

export interface FakeModel extends LanguageModel {
	/** The texts of every `score` call so far. */
	readonly calls: (readonly string[])[];
}

const defaultEvidence = (token: string): number =>
	token.startsWith("machine") ? 2 : -0.5;

function defaultLogProb(token: string): number {
	let sum = 7;
	for (const letter of token) sum = (sum * 31 + letter.charCodeAt(0)) % 601;
	return -sum / 100;
}

/** A language model whose numbers depend on nothing but the tokens' letters. */
export function createFakeModel({
	evidenceOf = defaultEvidence,
	logProbOf = defaultLogProb,
}: FakeOptions = {}): FakeModel {
	const calls: (readonly string[])[] = [];
	return {
		calls,
		countTokens: (text) => text.match(TOKEN)?.length ?? 0,
		async score(texts, signal) {
			signal.throwIfAborted();
			calls.push([...texts]);
			return texts.map((text) => scoreText(text, evidenceOf, logProbOf));
		},
	};
}

function scoreText(
	text: string,
	evidenceOf: (token: string) => number,
	logProbOf: (token: string) => number,
): TokenScores {
	const tokens = [...text.matchAll(TOKEN)];
	const logProb = Float32Array.from(tokens, ([token], index) =>
		index === 0 ? Number.NaN : logProbOf(token),
	);
	return {
		from: Uint32Array.from(tokens, ({ index }) => index),
		to: Uint32Array.from(tokens, ({ 0: token, index }) => index + token.length),
		logProb,
		entropy: logProb.map((value) => 2 - value / 4),
		variance: logProb.map((value) => 1 - value / 3),
		rank: logProb.map((value) => Math.floor(Math.exp(-value))),
		topLogProb: logProb.map((value) => Math.max(value, -1)),
		evidence: Float32Array.from(tokens, ([token]) => evidenceOf(token)),
	};
}
