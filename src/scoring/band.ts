import type { Band, Scored } from "./verdict.ts";

/** Promised false alarms among human passages: 1 in 100, 200 or 1000. */
export const SENSITIVITIES = ["high", "normal", "low"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** A human passage is marked when its p-value is at or below this. */
export const MARKED_P_VALUE: Readonly<Record<Sensitivity, number>> = {
	high: 0.01,
	normal: 0.005,
	low: 0.001,
};

/** What is likelier by a machine than not is never called human-like. */
const EVEN = 0.5;

/** How much evidence each band takes; part of the trained files (`Heads`). */
export interface BandLimits {
	/** A passage with fewer tokens is at most `unclear` … */
	readonly unclearBelowTokens: number;
	/** … unless its p-value is at or below this. */
	readonly overwhelmingPValue: number;
	/** At or below this p-value a passage that is not marked is `unclear`. */
	readonly unclearPValue: number;
}

/** At or below this p-value nothing is called human-like. */
export const unclearLimit = ({
	unclearPValue,
}: Pick<BandLimits, "unclearPValue">): number =>
	Math.max(unclearPValue, MARKED_P_VALUE.high);

/** The band at normal sensitivity, and whether shortness keeps the passage from being marked at any. */
export function bandOf(
	{
		pValue,
		tokens,
		probability,
	}: Pick<Scored, "pValue" | "tokens" | "probability">,
	limits: BandLimits,
): Pick<Scored, "band" | "capped"> {
	const capped =
		tokens < limits.unclearBelowTokens && pValue > limits.overwhelmingPValue;
	if (!capped && pValue <= MARKED_P_VALUE.normal) {
		return { band: "machine-like", capped };
	}
	const isUnclear = pValue <= unclearLimit(limits) || probability > EVEN;
	return { band: isUnclear ? "unclear" : "human-like", capped };
}

/** The band of a scored verdict at another sensitivity: what the user's setting makes of it. */
export function bandAt(
	{ pValue, band, capped }: Pick<Scored, "pValue" | "band" | "capped">,
	sensitivity: Sensitivity,
): Band {
	if (!capped && pValue <= MARKED_P_VALUE[sensitivity]) return "machine-like";
	return band === "human-like" ? "human-like" : "unclear";
}

/** What of a passage is marked: all of it, or only a run of its sentences that reads machine-like by itself. */
export type Mark = "whole" | "part" | "none";

/** What a scored verdict marks at a sensitivity. */
export function markAt(
	verdict: Pick<Scored, "pValue" | "band" | "capped" | "run">,
	sensitivity: Sensitivity,
): Mark {
	if (bandAt(verdict, sensitivity) === "machine-like") return "whole";
	const { run } = verdict;
	if (run === undefined || run.capped) return "none";
	return run.pValue <= MARKED_P_VALUE[sensitivity] ? "part" : "none";
}
