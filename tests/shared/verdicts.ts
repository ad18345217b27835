import type { Scored, Verdict } from "../../src/scoring/verdict.ts";

const hidden = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };

/** A verdict that a test can tell apart by its number of words. */
export const tooShort = (words: number): Verdict => ({
	kind: "too-short",
	words,
	hidden,
});

export const scored: Scored = {
	kind: "scored",
	words: 120,
	hidden,
	probability: 0.97,
	pValue: 0.004,
	band: "machine-like",
	capped: false,
	tokens: 160,
	run: undefined,
	spans: [{ from: 0, to: 80, probability: 0.9 }],
	reasons: [
		{
			part: "lexical",
			direction: "machine",
			weight: 1.5,
			percentile: 0.99,
			examples: ["delve"],
		},
	],
	statistics: {
		meanLogProb: -2.5,
		meanLogRank: 1,
		meanEntropy: 2.6,
		ratio: 0.96,
		curvature: 1.2,
		perplexity: 12,
		lexicalLogit: 1.5,
		evidence: 0.4,
		score: 3.2,
	},
};
