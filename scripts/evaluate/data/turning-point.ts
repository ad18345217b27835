import type { Row } from "./row.ts";

const commonPrefix = (a: string, b: string): number => {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
};

/** Where the last word that both share begins or ends: a turn inside a word belongs to the machine. */
function wordStart(text: string, index: number): number {
	let at = index;
	while (at > 0 && at < text.length && !/\s/.test(text.charAt(at - 1))) at--;
	return at;
}

/**
 * Continuations open with a human text and go on by machine. Each becomes `mixed`: the machine's
 * part begins where the text leaves its human twin, the row before it.
 */
export const withTurningPoints = (rows: readonly Row[]): Row[] =>
	rows.map((row, index) => {
		const twin = rows[index - 1];
		if (row.label !== "ai" || twin?.label !== "human") return row;
		const shared = commonPrefix(row.text, twin.text);
		const from = wordStart(row.text, shared);
		return {
			...row,
			label: "mixed",
			machine: [{ from, to: row.text.length }],
		};
	});
