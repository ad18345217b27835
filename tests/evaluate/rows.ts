import type { Row } from "../../scripts/evaluate/data/row.ts";
import type { ScoredOutcome } from "../../scripts/evaluate/judge/outcome.ts";

export const rowOf = (fields: Partial<Row>): Row => ({
	set: "bench/some",
	id: "1",
	text: "A text.",
	label: "human",
	domain: "blog",
	generator: "human",
	source: "somewhere",
	mirrorOf: undefined,
	machine: undefined,
	alters: undefined,
	...fields,
});

export const scored = (
	probability: number,
	fields: Partial<ScoredOutcome> = {},
): ScoredOutcome => ({
	kind: "scored",
	words: 100,
	probability,
	pValue: probability > 0.9 ? (1 - probability) / 100 : 1 - probability,
	band: probability > 0.9 ? "machine-like" : "human-like",
	capped: false,
	tokens: 130,
	spans: [],
	run: undefined,
	statistics: {
		meanLogProb: -3,
		meanLogRank: 1,
		meanEntropy: 3,
		ratio: 1,
		curvature: 0,
		perplexity: 20,
		lexicalLogit: 0,
		evidence: 0,
		score: 0,
	},
	...fields,
});
