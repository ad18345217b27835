import { type Line, lineOf, type Run } from "./line.ts";
import type { Row } from "./rows.ts";

/** Points between places that are tried for the gutter between two columns. */
const STEP = 3;
/** The gutter lies in this middle part of the text's width. */
const MIDDLE = { from: 0.3, to: 0.7 } as const;
/** Fewer lines on a side are no column. */
const FEWEST_ROWS = 5;
/** More rows than this share that run across are one column. */
const MOST_ACROSS = 0.5;
/** A gap of this share of the font's height parts columns; words in stretched lines stay closer. */
const GUTTER = 0.9;

type Side = "left" | "right" | "both" | "across";

/** How a row lies to a place: beside it, around it with a gap, or across. */
function sideOf(row: Row, x: number): Side {
	const left = row.filter((run) => run.x + run.width <= x + 0.5);
	const right = row.filter((run) => run.x >= x - 0.5);
	if (left.length + right.length < row.length) return "across";
	if (right.length === 0) return "left";
	if (left.length === 0) return "right";
	const end = Math.max(...left.map((run) => run.x + run.width));
	const start = Math.min(...right.map((run) => run.x));
	const size = Math.max(...row.map((run) => run.size));
	return start - end >= GUTTER * size ? "both" : "across";
}

/** Where the gutter between two columns is; undefined on a page of one column. */
function gutterOf(rows: readonly Row[]): number | undefined {
	const runs = rows.flat();
	const from = Math.min(...runs.map((run) => run.x));
	const width = Math.max(...runs.map((run) => run.x + run.width)) - from;
	let best: { x: number; last: number; across: number } | undefined;
	for (
		let x = from + width * MIDDLE.from;
		x <= from + width * MIDDLE.to;
		x += STEP
	) {
		const counts = { left: 0, right: 0, both: 0, across: 0 };
		for (const row of rows) counts[sideOf(row, x)] += 1;
		const { left, right, both, across } = counts;
		const fits =
			left + both >= FEWEST_ROWS &&
			right + both >= FEWEST_ROWS &&
			across <= MOST_ACROSS * rows.length;
		if (!fits) continue;
		if (best === undefined || across < best.across)
			best = { x, last: x, across };
		else if (across === best.across && x - best.last <= STEP * 1.5)
			best.last = x;
	}
	return best === undefined ? undefined : (best.x + best.last) / 2;
}

/** Lines of a page in reading order: what runs across parts the page into bands, the left column of each comes first. */
export function linesInOrder(rows: readonly Row[]): Line[] {
	const gutter = gutterOf(rows);
	const lines: Line[] = [];
	let column = 0;
	const add = (runs: readonly Run[]): void => {
		const line = lineOf(runs, column);
		if (line !== undefined) lines.push(line);
	};
	if (gutter === undefined) {
		rows.forEach(add);
		return lines;
	}
	let left: Row[] = [];
	let right: Row[] = [];
	const flush = (): void => {
		for (const side of [left, right]) {
			if (side.length === 0) continue;
			column += 1;
			side.forEach(add);
		}
		if (left.length + right.length > 0) column += 1;
		left = [];
		right = [];
	};
	for (const row of rows) {
		if (sideOf(row, gutter) === "across") {
			flush();
			add(row);
			continue;
		}
		const isLeft = (run: Run): boolean => run.x < gutter;
		const parts = {
			left: row.filter(isLeft),
			right: row.filter((it) => !isLeft(it)),
		};
		if (parts.left.length > 0) left.push(parts.left);
		if (parts.right.length > 0) right.push(parts.right);
	}
	flush();
	return lines;
}
