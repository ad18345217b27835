import type { Block } from "../blocks.ts";
import { joinLines, knownWords } from "./hyphens.ts";
import type { Line, Page } from "./line.ts";

/** Shares of the font's height, except `SPACING`, which is a factor on the usual distance of lines. */
const INDENT = 0.8;
const SAME_SIZE = 0.12;
const SHORT_LINE = 2.5;
const SPACING = 1.3;
/** A heading is set larger than the text by this factor, and is short. */
const HEADING_SIZE = 1.12;
const HEADING_CHARACTERS = 160;

const SENTENCE_END = /[.!?…。！？:：][\p{Pe}\p{Pf}"'’”\])\d]*$/u;
const BULLET = /^(?:[•◦▪‣·●○–—*]|\(?(?:\d{1,2}|[a-z])[.)])\s+/u;
const GOES_ON = /^[\p{Ll}\p{Lo}]/u;

/** The value that most characters have; sizes are compared in tenths of a point. */
function mostCommon(values: readonly (readonly [number, number])[]): number {
	const weights = new Map<number, number>();
	for (const [value, weight] of values) {
		const key = Math.round(value * 10) / 10;
		weights.set(key, (weights.get(key) ?? 0) + weight);
	}
	return [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

interface Measures {
	readonly bodySize: number;
	/** Usual distance of two lines of the body. */
	readonly spacing: number;
}

function measure(lines: readonly Line[]): Measures {
	const distances = lines.flatMap((line, index): [number, number][] => {
		const before = lines[index - 1];
		const distance = before === undefined ? 0 : before.y - line.y;
		return before?.column === line.column && distance > 0
			? [[distance, 1]]
			: [];
	});
	return {
		bodySize: mostCommon(lines.map(({ size, text }) => [size, text.length])),
		spacing: mostCommon(distances),
	};
}

interface Placed extends Line {
	/** Edges of its column on its page. */
	readonly columnLeft: number;
	readonly columnRight: number;
	readonly page: number;
}

function placeColumn(column: readonly Line[], page: number): Placed[] {
	const columnRight = Math.max(...column.map(({ right }) => right));
	const lefts = column.map(({ left }) => left).toSorted((a, b) => a - b);
	// The lower quartile: a sign that sticks out does not move the edge.
	const columnLeft = lefts[Math.floor(lefts.length / 4)] ?? 0;
	return column.map((line) => ({ ...line, columnLeft, columnRight, page }));
}

const place = (pages: readonly Page[]): Placed[] =>
	pages.flatMap(({ lines }, page) => {
		const columns = new Map<number, Line[]>();
		for (const line of lines) {
			const column = columns.get(line.column);
			if (column === undefined) columns.set(line.column, [line]);
			else column.push(line);
		}
		return [...columns.values()].flatMap((column) => placeColumn(column, page));
	});

/** True when `line` begins another paragraph than `before`. */
function begins(before: Placed, line: Placed, { spacing }: Measures): boolean {
	const { size } = line;
	if (Math.abs(before.size - size) > SAME_SIZE * size) return true;
	if (BULLET.test(line.text)) return true;
	const ended = SENTENCE_END.test(before.text);
	if (before.page !== line.page || before.column !== line.column)
		return (
			ended || !(GOES_ON.test(line.text) || /[-,;\u2010]$/.test(before.text))
		);
	const distance = before.y - line.y;
	if (distance > SPACING * Math.max(spacing, size)) return true;
	const indent = (it: Placed): number => it.left - it.columnLeft;
	if (indent(line) > INDENT * size && indent(before) <= INDENT * size)
		return !BULLET.test(before.text);
	const short = before.columnRight - before.right > SHORT_LINE * size;
	return short && ended;
}

/** Joins the lines of all pages into paragraphs and headings. */
export function paragraphsOf(pages: readonly Page[]): Block[] {
	const lines = place(pages);
	const measures = measure(lines);
	const words = knownWords(lines);
	const groups: { text: string; size: number }[] = [];
	let before: Placed | undefined;
	for (const line of lines) {
		const last = groups.at(-1);
		if (
			last === undefined ||
			before === undefined ||
			begins(before, line, measures)
		)
			groups.push({ text: line.text, size: line.size });
		else last.text = joinLines(last.text, line.text, words);
		before = line;
	}
	return groups.map(({ text, size }): Block => {
		const isHeading =
			size > measures.bodySize * HEADING_SIZE &&
			text.length <= HEADING_CHARACTERS;
		if (isHeading) return { kind: "heading", text };
		return BULLET.test(text)
			? { kind: "item", text: text.replace(/^[•◦▪‣·●○*]\s+/u, "") }
			: { kind: "paragraph", text };
	});
}
