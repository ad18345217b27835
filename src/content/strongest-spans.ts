import type { Span } from "../scoring/verdict.ts";

/** Spans of what is marked whose own posterior is below this are not among its strongest. */
const STRONG_PROBABILITY = 0.9;
/** Where nearly all of it is sure, emphasis on all of it would point at nothing: this share stays calm and telling. */
const LARGEST_SHARE = 0.4;

/**
 * The spans that show above the shade of what is marked, most certain first, until they make up LARGEST_SHARE of it; one
 * at least.
 *
 * @param length of what is marked, in characters
 */
export function strongestSpans(
	spans: readonly Span[],
	length: number,
): readonly Span[] {
	const strongest: Span[] = [];
	let covered = 0;
	const sure = spans.filter((span) => span.probability >= STRONG_PROBABILITY);
	for (const span of sure.toSorted((a, b) => b.probability - a.probability)) {
		const size = span.to - span.from;
		if (strongest.length > 0 && covered + size > LARGEST_SHARE * length) break;
		strongest.push(span);
		covered += size;
	}
	return strongest;
}
