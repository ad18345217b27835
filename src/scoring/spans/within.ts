import type { Run, Span } from "../verdict.ts";

/** The sentences of a run, none without one: where only a run may be pointed at, those outside accuse no one. */
export const spansWithin = (
	run: Run | undefined,
	spans: readonly Span[],
): Span[] =>
	run === undefined
		? []
		: spans.filter(({ from, to }) => from >= run.from && to <= run.to);
