import { markAt } from "../../scoring/band.ts";
import type { Reason, Scored } from "../../scoring/verdict.ts";
import type { Sensitivity } from "../settings.ts";
import { message } from "./i18n.ts";
import { countText } from "./numbers.ts";

/** What may stand beside a verdict's sentence and does not contradict it. */
export interface Backing {
	readonly probability: number | undefined;
	/** How rare it is that a person writes like this. */
	readonly rate: string;
	/** Strongest first. */
	readonly reasons: readonly Reason[];
}

/** Logits; a part that weighs less moves no probability by more than 2.5 points. */
const LEAST_WEIGHT = 0.1;

/** The numbers and the reasons worth a reader's time, `most` reasons at most. */
export function backingOf(
	verdict: Scored,
	sensitivity: Sensitivity,
	most: number,
): Backing {
	const { probability, pValue, reasons, run } = verdict;
	// Probability and reasons are known of the passage as a whole only, which is not what the mark speaks of.
	if (run !== undefined && markAt(verdict, sensitivity) === "part")
		return {
			probability: undefined,
			rate: sentenceForPValue(run.pValue, "part"),
			reasons: [],
		};
	return {
		probability,
		rate: sentenceForPValue(pValue),
		reasons: reasons
			.filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
			.slice(0, most),
	};
}

/** Rarer than this the calibration texts cannot tell: "fewer than 1 in 1,000". */
const LARGEST_ONE_IN = 1000;

const RATE_KEYS = {
	whole: { rare: "verdict_p_rare", common: "verdict_p_one_in" },
	part: { rare: "verdict_p_part_rare", common: "verdict_p_part_one_in" },
} as const;

/** A p-value (0 to 1) as a rate among human passages: "About 1 in 200 …". */
export function sentenceForPValue(
	pValue: number,
	of: keyof typeof RATE_KEYS = "whole",
): string {
	if (pValue > 1 / 2) return message("verdict_p_most");
	const { rare, common } = RATE_KEYS[of];
	return pValue < 1 / LARGEST_ONE_IN
		? message(rare, countText(LARGEST_ONE_IN))
		: message(common, countText(oneIn(pValue)));
}

/** Rounded down to a number that people say, which never makes a false alarm look rarer than it is. */
function oneIn(pValue: number): number {
	const exact = 1 / pValue + Number.EPSILON / pValue;
	const step = exact < 20 ? 1 : exact < 100 ? 5 : 50;
	return Math.floor(exact / step) * step;
}
