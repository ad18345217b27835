import { type Line, lineOf, type Run } from "./line.ts";
import type { Row } from "./rows.ts";

/** Points between places that are tried for the gutter between two columns. */
const STEP = 3;
/** The gutter lies in this middle part of the text's width. */
const MIDDLE = { from: 0.3, to: 0.7 } as const;
/** Fewer lines on a side are no column. */
const FEWEST_ROWS = 5;
/** More rows than this share that run across are one column; inside a column a table must not pass for two. */
const MOST_ACROSS = { page: 0.5, column: 0.2 } as const;
/** Two cuts make up to four columns; more are a table. */
const MOST_CUTS = 2;
/** A column is at least this share of the text's width. */
const NARROWEST = 0.15;
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

interface Extent {
	readonly from: number;
	readonly width: number;
}

function extentOf(rows: readonly Row[]): Extent {
	const runs = rows.flat();
	const from = Math.min(...runs.map((run) => run.x));
	const to = Math.max(...runs.map((run) => run.x + run.width));
	return { from, width: to - from };
}

/** Where the gutter between two columns is; undefined where there is one column. */
function gutterOf(rows: readonly Row[], mostAcross: number) {
	const { from, width } = extentOf(rows);
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
			across <= mostAcross * rows.length;
		if (!fits) continue;
		if (best === undefined || across < best.across)
			best = { x, last: x, across };
		else if (across === best.across && x - best.last <= STEP * 1.5)
			best.last = x;
	}
	return best === undefined ? undefined : (best.x + best.last) / 2;
}

/** What lies on either side of a place, row by row; rows that run across are left out. */
function sidesOf(
	rows: readonly Row[],
	x: number,
): { left: Row[]; right: Row[] } {
	const left: Row[] = [];
	const right: Row[] = [];
	for (const row of rows) {
		if (sideOf(row, x) === "across") continue;
		const before = row.filter((run) => run.x < x);
		const after = row.filter((run) => run.x >= x);
		if (before.length > 0) left.push(before);
		if (after.length > 0) right.push(after);
	}
	return { left, right };
}

/** A gutter of the page and those on either side of it. */
interface Cut {
	readonly x: number;
	readonly left: Cut | undefined;
	readonly right: Cut | undefined;
}

/** Finds the gutters of a whole page, so that a short band of it is cut like the rest. */
function cutOf(
	rows: readonly Row[],
	narrowest: number,
	depth = 0,
): Cut | undefined {
	if (depth >= MOST_CUTS || rows.length === 0) return undefined;
	const x = gutterOf(rows, depth === 0 ? MOST_ACROSS.page : MOST_ACROSS.column);
	if (x === undefined) return undefined;
	const { left, right } = sidesOf(rows, x);
	const isNarrow = (side: readonly Row[]): boolean =>
		extentOf(side).width < narrowest;
	if (depth > 0 && (isNarrow(left) || isNarrow(right))) return undefined;
	return {
		x,
		left: cutOf(left, narrowest, depth + 1),
		right: cutOf(right, narrowest, depth + 1),
	};
}

/** Lines of a page in reading order: what runs across parts the page into bands, the left column of each comes first. */
export function linesInOrder(rows: readonly Row[]): Line[] {
	const lines: Line[] = [];
	let column = 0;
	const add = (runs: readonly Run[]): void => {
		const line = lineOf(runs, column);
		if (line !== undefined) lines.push(line);
	};
	const read = (some: readonly Row[], cut: Cut | undefined): void => {
		if (cut === undefined) {
			some.forEach(add);
			return;
		}
		let band: Row[] = [];
		const flush = (): void => {
			const { left, right } = sidesOf(band, cut.x);
			band = [];
			for (const [side, inner] of [
				[left, cut.left],
				[right, cut.right],
			] as const) {
				if (side.length === 0) continue;
				column += 1;
				read(side, inner);
			}
			if (left.length + right.length > 0) column += 1;
		};
		for (const row of some) {
			if (sideOf(row, cut.x) !== "across") {
				band.push(row);
				continue;
			}
			flush();
			add(row);
		}
		flush();
	};
	if (rows.length > 0)
		read(rows, cutOf(rows, NARROWEST * extentOf(rows).width));
	return lines;
}
