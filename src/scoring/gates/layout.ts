import { countWords } from "../words.ts";

/** A passage as its page lays it out: what the gates look at. */
export interface Layout {
	readonly text: string;
	/** Lines that hold something, trimmed. */
	readonly lines: readonly string[];
	readonly words: number;
	/** Median number of words in a line. */
	readonly medianWords: number;
	/** Share (0 to 1) of the words that stand in sentences or in lines too long for a list or a verse. */
	readonly proseShare: number;
}

/** Units the gates look at; a passage that begins as prose for this long is no list or code. */
const REACH = 20_000;

export function layoutOf(raw: string): Layout {
	const text = raw.slice(0, REACH);
	const lines = text
		.split(/[\n\r\u2028\u2029]+/u)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const counts = lines.map(countWords);
	const words = counts.reduce((sum, count) => sum + count, 0);
	const inProse = counts.reduce(
		(sum, count, index) =>
			isProseLine(lines[index] ?? "", count) ? sum + count : sum,
		0,
	);
	counts.sort((one, other) => one - other);
	return {
		text,
		lines,
		words,
		medianWords: counts[counts.length >> 1] ?? 0,
		proseShare: inProse / Math.max(words, 1),
	};
}

/** A line that ends as a sentence does, closing quotes and brackets aside. */
export const SENTENCE_END =
	/[.!?\u2026\u3002\uff01\uff1f]["'\u2019\u201d\u300d)\]*_]*$/u;

/** A sentence has that many words, a line of verse or a list item fewer than the second. */
const SENTENCE_WORDS = 8;
const LONG_LINE_WORDS = 20;

const isProseLine = (line: string, words: number): boolean =>
	words >= LONG_LINE_WORDS ||
	(words >= SENTENCE_WORDS && SENTENCE_END.test(line));

/** Share (0 to 1) of the lines that match a pattern or pass a test. */
export function shareOfLines(
	{ lines }: Layout,
	wanted: RegExp | ((line: string) => boolean),
): number {
	const test =
		typeof wanted === "function" ? wanted : (line: string) => wanted.test(line);
	return lines.filter(test).length / Math.max(lines.length, 1);
}

/** Share (0 to 1) of the characters that are not white space and match a global pattern. */
export function shareOfCharacters({ text }: Layout, pattern: RegExp): number {
	const solid = text.match(/\S/gu)?.length ?? 0;
	return (text.match(pattern)?.length ?? 0) / Math.max(solid, 1);
}
