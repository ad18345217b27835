import { goesOnUnspaced, type Line } from "./line.ts";

const HYPHEN_AT_END = /\p{L}[-\u2010\u00ad]$/u;
const LAST_PART = /[\p{L}\p{M}'’-]+$/u;
const FIRST_PART = /^[\p{L}\p{M}'’]+/u;

/** Words of the document that stand in one line, in lower case: they tell how a broken word is written. */
export function knownWords(lines: readonly Line[]): ReadonlySet<string> {
	const words = new Set<string>();
	for (const { text } of lines)
		for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}'’-]+/gu))
			words.add(word);
	return words;
}

/** Joins two lines of a paragraph: a word broken at the line end is mended, a real hyphen stays. */
export function joinLines(
	before: string,
	after: string,
	words: ReadonlySet<string>,
): string {
	if (HYPHEN_AT_END.test(before) && /^\p{L}/u.test(after)) {
		const stem = before.slice(0, -1);
		if (before.endsWith("\u00ad")) return stem + after;
		const start = (LAST_PART.exec(stem)?.[0] ?? "").toLowerCase();
		const end = (FIRST_PART.exec(after)?.[0] ?? "").toLowerCase();
		const isCompound =
			!/^\p{Ll}/u.test(after) ||
			(words.has(`${start}-${end}`) && !words.has(start + end));
		return isCompound ? `${stem}-${after}` : stem + after;
	}
	return goesOnUnspaced(before, after) ? before + after : `${before} ${after}`;
}
