import type { Run } from "./line.ts";

/** Runs at about one height of the page, from left to right. */
export type Row = readonly Run[];

/** Raised and lowered signs stand within this share of the font's height. */
const SAME_ROW = 0.45;

/** Groups runs by height, from the top of the page down. */
export function rowsOf(runs: readonly Run[]): Row[] {
	const rows: { y: number; size: number; runs: Run[] }[] = [];
	for (const run of runs.toSorted((a, b) => b.y - a.y)) {
		const last = rows.at(-1);
		const reach = SAME_ROW * Math.max(run.size, last?.size ?? 0);
		if (last !== undefined && last.y - run.y <= reach) {
			last.runs.push(run);
			if (run.size > last.size) {
				last.size = run.size;
				last.y = run.y;
			}
		} else rows.push({ y: run.y, size: run.size, runs: [run] });
	}
	return rows.map((row) => row.runs.toSorted((a, b) => a.x - b.x));
}
