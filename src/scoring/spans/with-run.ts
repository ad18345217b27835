import { bandOf, unclearLimit } from "../band.ts";
import { type Heads, headsFor } from "../heads/types.ts";
import type { Run, Scored, Verdict } from "../verdict.ts";
import type { Suspect } from "./find-sentences.ts";

/**
 * A run is read by itself because it looked like a machine's, so its p-value is too small: of 1,310 people's texts
 * that no head was fitted on, three have a run at .005 that is long enough to be marked, and one with this factor.
 */
const PICKED = 2;

/**
 * A verdict with what is made of its suspected run: one that does not read human-like by itself makes the passage
 * `unclear` that would be human-like, and only its sentences are given there, since those outside accuse no one.
 *
 * @param alone the verdict on the run as a passage
 */
export function withRun(
	verdict: Scored,
	suspect: Suspect,
	alone: Verdict | undefined,
	heads: Heads,
): Scored {
	const run = runOf(suspect, alone, heads);
	if (run === undefined) return verdict;
	return verdict.band === "human-like"
		? { ...verdict, run, band: "unclear", spans: suspect.spans }
		: { ...verdict, run };
}

function runOf(
	{ from, to, language }: Suspect,
	alone: Verdict | undefined,
	allHeads: Heads,
): Run | undefined {
	if (alone?.kind !== "scored") return undefined;
	const limits = headsFor(language, allHeads);
	const pValue = Math.min(1, PICKED * alone.pValue);
	if (pValue > unclearLimit(limits)) return undefined;
	const { capped } = bandOf({ ...alone, pValue }, limits);
	return { from, to, pValue, capped };
}
