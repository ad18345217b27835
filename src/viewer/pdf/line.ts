/** A piece of text on a page, in points; y grows upwards, `size` is the height of its font. */
export interface Run {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly size: number;
	readonly rightToLeft: boolean;
}

/** One line of one column. */
export interface Line {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly y: number;
	readonly size: number;
	/** Number of the column in its page, in reading order: a new one begins elsewhere on the page. */
	readonly column: number;
}

/** A page's lines in reading order. */
export interface Page {
	readonly height: number;
	readonly lines: readonly Line[];
}

/** Scripts written without spaces: their lines and runs are joined without one. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** True when text goes on from `before` to `after` without a space, as Chinese and Japanese do. */
export const goesOnUnspaced = (before: string, after: string): boolean =>
	UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1));

/** A gap of this share of the font's height is a space between words. */
const SPACE = 0.15;

const endOf = (run: Run): number => run.x + run.width;

/** Joins runs of one line, given from left to right; undefined when they hold no text. */
export function lineOf(runs: readonly Run[], column: number): Line | undefined {
	const first = runs[0];
	if (first === undefined) return undefined;
	const backward =
		runs.filter(({ rightToLeft }) => rightToLeft).length * 2 > runs.length;
	const ordered = backward ? runs.toReversed() : runs;
	let text = "";
	let before: Run | undefined;
	for (const run of ordered) {
		if (before !== undefined) {
			const gap = backward ? before.x - endOf(run) : run.x - endOf(before);
			if (gap > SPACE * run.size && !goesOnUnspaced(text, run.text))
				text += " ";
		}
		text += run.text;
		before = run;
	}
	const plain = text.replace(/\s+/g, " ").trim();
	if (plain === "") return undefined;
	const largest = runs.reduce((a, b) =>
		b.text.length > a.text.length ? b : a,
	);
	return {
		text: plain,
		left: first.x,
		right: Math.max(...runs.map(endOf)),
		y: first.y,
		size: largest.size,
		column,
	};
}
