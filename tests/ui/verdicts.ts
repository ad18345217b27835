import type { Band, Scored } from "../../src/scoring/verdict.ts";

export const NOTHING_HIDDEN = {
	zeroWidth: 0,
	direction: 0,
	lookAlike: 0,
	other: 0,
};

/** A scored verdict with plain values everywhere else. */
export const scored = (
	band: Band,
	pValue: number,
	more: Partial<Scored> = {},
): Scored => ({
	kind: "scored",
	band,
	// Only shortness keeps a passage of low p-value unclear.
	capped: band === "unclear",
	pValue,
	probability: 1 - pValue,
	words: 120,
	tokens: 150,
	hidden: NOTHING_HIDDEN,
	spans: [],
	run: undefined,
	reasons: [],
	statistics: {
		meanLogProb: -2.5,
		meanLogRank: 1,
		meanEntropy: 2.5,
		ratio: 1,
		curvature: 0,
		perplexity: 12,
		lexicalLogit: 0,
		evidence: 0,
		score: 0,
	},
	...more,
});
