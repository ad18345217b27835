import { edit, type MappedText } from "./mapped-text.ts";

const MARKS = String.raw`.,;:!?"'()\u2018\u2019\u201c\u201d\u2026-`;
const UNIT = String.raw`(?:[\p{L}\p{N}][${MARKS}]{0,3}|[${MARKS}])`;
/** Six letters or more, each by itself. */
const STRETCH = new RegExp(
	String.raw`(?<!\S)${UNIT}(?:\s{1,8}${UNIT}){5,}(?!\S)`,
	"gu",
);
const GAP = /\s+/gu;
/** Lists of options, initials and formulas have capitals, digits or fewer letters. */
const LEAST_SMALL_LETTERS = 6;
const SMALL_LETTER = /(?<!\S)\p{Ll}/gu;
const MOSTLY = 0.6;
/** Without wider gaps between words, more than this is no one word and stays as it is. */
const LONGEST_WORD = 24;

/** "s p a c e d   l e t t e r s" become words again; the commonest gap stands between letters, any other between words. */
export function joinSpacedLetters(source: MappedText): MappedText {
	return edit(source, STRETCH, (stretch) => {
		const gaps = stretch.match(GAP) ?? [];
		const letters = stretch.match(SMALL_LETTER)?.length ?? 0;
		if (letters < LEAST_SMALL_LETTERS || letters < MOSTLY * (gaps.length + 1))
			return stretch;
		const inner = commonest(gaps);
		const hasWords = gaps.some((gap) => gap !== inner);
		if (!hasWords && gaps.length >= LONGEST_WORD) return stretch;
		return stretch.replace(GAP, (gap) => {
			if (gap === inner) return "";
			return gap.includes("\n\n") ? gap : " ";
		});
	});
}

/** The first of the strings that occur most often. */
function commonest(strings: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const string of strings)
		counts.set(string, (counts.get(string) ?? 0) + 1);
	let best = "";
	for (const [string, count] of counts)
		if (count > (counts.get(best) ?? 0)) best = string;
	return best;
}
