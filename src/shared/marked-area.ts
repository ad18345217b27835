import { markAt } from "../scoring/band.ts";
import { spansWithin } from "../scoring/spans/within.ts";
import type { Scored, Span, Verdict } from "../scoring/verdict.ts";
import type { Sensitivity } from "./settings.ts";

/** What of a passage is marked. */
export interface MarkedArea {
	readonly mark: "whole" | "part";
	/** UTF-16 offsets [from, to) in the passage's text. */
	readonly from: number;
	readonly to: number;
	/** The sentences of it. */
	readonly spans: readonly Span[];
}

/**
 * What of a passage of this verdict may be pointed at; `undefined` where it is not marked at this sensitivity.
 *
 * @param length of the passage's text, in UTF-16 units
 */
export function markedArea(
	verdict: Verdict | undefined,
	length: number,
	sensitivity: Sensitivity,
): MarkedArea | undefined {
	return verdict?.kind === "scored"
		? areaOf(verdict, length, sensitivity)
		: undefined;
}

/** The same for what was scored. */
export function areaOf(
	scored: Pick<Scored, "pValue" | "band" | "capped" | "run" | "spans">,
	length: number,
	sensitivity: Sensitivity,
): MarkedArea | undefined {
	const { run, spans } = scored;
	const mark = markAt(scored, sensitivity);
	if (mark === "whole") return { mark, from: 0, to: length, spans };
	if (mark === "none" || run === undefined) return undefined;
	const { from, to } = run;
	return { mark, from, to, spans: spansWithin(run, spans) };
}

/** True when both cover the same text, or nothing. */
export const sameArea = (
	one: Pick<MarkedArea, "from" | "to"> | undefined,
	other: Pick<MarkedArea, "from" | "to"> | undefined,
): boolean => one?.from === other?.from && one?.to === other?.to;
