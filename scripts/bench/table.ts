import type { Measured } from "./measure.ts";

interface Row {
	readonly label: string;
	readonly unit: "s" | "ms" | "MB" | "tokens/s";
	/** Shown unit per measured unit. */
	readonly scale: number;
	readonly digits: number;
	/** At most this, in the shown unit; undefined when there is no promise. */
	readonly bound: number | undefined;
}

/** What the product promises on two cores. */
export const ROWS: Readonly<Record<keyof Measured, Row>> = {
	coldLoadMs: {
		label: "Cold load of the model",
		unit: "s",
		scale: 0.001,
		digits: 2,
		bound: 4,
	},
	firstMarkMs: {
		label: "Navigation to first mark, model loaded",
		unit: "s",
		scale: 0.001,
		digits: 2,
		bound: 1.5,
	},
	scoringMs: {
		label: "A page of 1,000 words, model loaded",
		unit: "s",
		scale: 0.001,
		digits: 2,
		bound: 6,
	},
	tokensPerSecond: {
		label: "Speed",
		unit: "tokens/s",
		scale: 1,
		digits: 0,
		bound: undefined,
	},
	longestTaskMs: {
		label: "Longest task of the content script",
		unit: "ms",
		scale: 1,
		digits: 1,
		bound: 50,
	},
	contentStartMs: {
		label: "Start of what a page loads of us",
		unit: "ms",
		scale: 1,
		digits: 1,
		bound: 5,
	},
	mainStartMs: {
		label: "Start of the content script, when idle",
		unit: "ms",
		scale: 1,
		digits: 1,
		bound: 30,
	},
	hugeTaskMs: {
		label: "Its longest work on 50,000 text nodes",
		unit: "ms",
		scale: 1,
		digits: 1,
		bound: 30,
	},
	contentHeapMb: {
		label: "Its memory there",
		unit: "MB",
		scale: 1,
		digits: 1,
		bound: 10,
	},
	peakMb: {
		label: "Extension process, peak",
		unit: "MB",
		scale: 1,
		digits: 0,
		bound: 900,
	},
	settledMb: {
		label: "Extension process, settled",
		unit: "MB",
		scale: 1,
		digits: 0,
		bound: 600,
	},
};

/** Undefined for no values. */
export function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const high = sorted[middle];
	const low = sorted.length % 2 === 1 ? high : sorted[middle - 1];
	return high === undefined || low === undefined ? undefined : (low + high) / 2;
}

export interface Line {
	readonly key: keyof Measured;
	/** In the measured unit. */
	readonly median: number | undefined;
	readonly values: readonly (number | undefined)[];
	readonly within: boolean | undefined;
}

const KEYS = Object.keys(ROWS) as (keyof Measured)[];

/** Medians over the runs, each with its bound. */
export const summarise = (runs: readonly Measured[]): Line[] =>
	KEYS.map((key) => {
		const values = runs.map((run) => run[key]);
		const middle = median(values.filter((value) => value !== undefined));
		const { bound, scale } = ROWS[key];
		const within =
			bound === undefined || middle === undefined
				? undefined
				: middle * scale < bound;
		return { key, median: middle, values, within };
	});

/** One printed line: label, median, bound, every run. */
export function lineText({
	key,
	median: middle,
	values,
	within,
}: Line): string {
	const { label, unit, scale, digits, bound } = ROWS[key];
	const shown = (value: number | undefined) =>
		value === undefined ? "–" : (value * scale).toFixed(digits);
	const kept = within === undefined ? "not measured" : within ? "yes" : "NO";
	const promise = bound === undefined ? "" : `under ${bound} ${unit}: ${kept}`;
	return [
		label.padEnd(40),
		`${shown(middle)} ${unit}`.padStart(13),
		`  ${promise.padEnd(26)}`,
		` runs: ${values.map(shown).join(", ")}`,
	].join(" ");
}
