import type { Row } from "../data/row.ts";
import { isScored, type Outcome } from "../judge/outcome.ts";
import type { Sides } from "../metrics/roc.ts";

/** A text with what the detector said of it. */
export interface Judged {
	readonly row: Row;
	readonly outcome: Outcome;
}

/** Ours first; the rest are baselines, read off the same pass. */
export const CHANNELS = [
	"telltale",
	"meanLogProb",
	"ratio",
	"curvature",
	"lexical",
	"evidence",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
	telltale: "Telltale",
	meanLogProb: "mean log p",
	ratio: "RATIO (one-model Binoculars)",
	curvature: "curvature (Fast-DetectGPT)",
	lexical: "lexical model alone",
	evidence: "evidence head alone",
};

/** p-values order the texts, as they decide the marks; among equal ones the probability does. */
const TIE_BREAK = 1e-6;

/** A text's score: higher is more machine-like; the lowest of all for what was not scored. */
export function scoreOf(outcome: Outcome, channel: Channel): number {
	if (!isScored(outcome)) return Number.NEGATIVE_INFINITY;
	const { statistics, pValue, probability } = outcome;
	if (channel === "telltale") return probability * TIE_BREAK - Math.log(pValue);
	if (statistics === undefined) return Number.NEGATIVE_INFINITY;
	switch (channel) {
		case "meanLogProb":
			return statistics.meanLogProb;
		case "ratio":
			return -statistics.ratio;
		case "curvature":
			return statistics.curvature;
		case "lexical":
			return statistics.lexicalLogit;
		case "evidence":
			return statistics.evidence;
	}
}

/** Human texts beside the machine texts that are to be told from them. */
export interface Comparison {
	readonly name: string;
	readonly human: readonly Judged[];
	readonly machine: readonly Judged[];
}

export const sidesOf = (
	{ human, machine }: Pick<Comparison, "human" | "machine">,
	channel: Channel,
): Sides => ({
	human: human.map(({ outcome }) => scoreOf(outcome, channel)),
	machine: machine.map(({ outcome }) => scoreOf(outcome, channel)),
});

/** Each text once: benchmarks share their human texts. */
export const distinct = (judged: readonly Judged[]): Judged[] => [
	...new Map(judged.map((one) => [one.row.text, one])).values(),
];
