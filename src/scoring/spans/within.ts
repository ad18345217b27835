import type { Range } from "../sentences.ts";
import type { Span } from "../verdict.ts";

/** The sentences of a run: where only a run may be pointed at, those outside accuse no one. */
export const spansWithin = (
	{ from, to }: Range,
	spans: readonly Span[],
): Span[] => spans.filter((span) => span.from >= from && span.to <= to);
