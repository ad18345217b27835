import type { Line, Page } from "./line.ts";

/** Running heads and feet lie in this share of the page at its top and bottom. */
const MARGIN = 0.12;
/** A line in the margin of this many pages, and of this share of all, is a running head or foot. */
const FEWEST_REPEATS = 3;
const REPEATED_SHARE = 0.2;

const PAGE_NUMBER =
	/^\W*(?:page|p\.|seite|第)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:页)?(?:\s*(?:of|\/|von)\s*\d{1,4})?\W*$/i;

const isInMargin = (line: Line, height: number): boolean =>
	line.y > height * (1 - MARGIN) || line.y < height * MARGIN;

/** What running heads share: all but the numbers. */
const patternOf = ({ text }: Line): string => text.replace(/\d+/g, "#");

/** Takes out page numbers, and what repeats at the top or bottom of the pages. */
export function withoutMargins(pages: readonly Page[]): Page[] {
	const counts = new Map<string, number>();
	for (const { height, lines } of pages) {
		const patterns = lines
			.filter((line) => isInMargin(line, height))
			.map(patternOf);
		for (const pattern of new Set(patterns))
			counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
	}
	const enough = Math.max(FEWEST_REPEATS, pages.length * REPEATED_SHARE);
	return pages.map(({ height, lines }) => ({
		height,
		lines: lines.filter(
			(line) =>
				!isInMargin(line, height) ||
				(!PAGE_NUMBER.test(line.text) &&
					(counts.get(patternOf(line)) ?? 0) < enough),
		),
	}));
}
