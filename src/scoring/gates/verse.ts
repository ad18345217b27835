import { type Layout, SENTENCE_END, shareOfLines } from "./layout.ts";

const LEAST_LINES = 4;
const LINE_WORDS = { least: 3, most: 12 };
/** Lines of verse begin with a capital or, in lyrics and modern verse, run on without a full stop. */
const CAPITAL = /^["'\u2018\u201c(\u2014-]*\p{Lu}/u;
const MOSTLY = 0.7;
/** Verse breaks its sentences over lines; where nearly every line is one, it is not verse. */
const MOST_SENTENCE_LINES = 0.5;
/** Line ends that only a running sentence has: without them it is a list of phrases. */
const RUNS_ON = /[,;:\u2014-]["'\u2019\u201d)]*$/u;
const SOME = 0.15;
const BULLET = /^(?:[-*\u2022\u00b7\u25aa]|\d{1,3}[.)])\s/u;
const CHINESE_LINE =
	/^[\p{sc=Han}\u3001]{3,10}[\uff0c\u3002\uff01\uff1f\uff1b,.!?;]?$/u;

const CLAUSE_END = /[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f,.!?;:\s]+/u;
const REGULAR_CLAUSE = /^\p{sc=Han}{4,7}$/u;
/** Set phrases of four characters come in pairs, hardly ever in such numbers. */
const LEAST_CLAUSES = 4;
const NEARLY_ALL = 0.85;

/** Chinese verse in lines of one length, whether or not the page breaks them. */
export function isRegularVerse({ text }: Layout): boolean {
	const clauses = text.split(CLAUSE_END).filter((clause) => clause !== "");
	if (clauses.length < LEAST_CLAUSES) return false;
	const lengths = clauses
		.filter((clause) => REGULAR_CLAUSE.test(clause))
		.map((clause) => clause.length);
	return [4, 5, 6, 7].some(
		(length) =>
			lengths.filter((other) => other === length).length >=
			NEARLY_ALL * clauses.length,
	);
}

/** Poems and lyrics: short lines that break sentences. */
export function isVerse(layout: Layout): boolean {
	const { lines, medianWords } = layout;
	if (lines.length < LEAST_LINES) return false;
	if (shareOfLines(layout, CHINESE_LINE) >= MOSTLY) return true;
	return (
		medianWords >= LINE_WORDS.least &&
		medianWords <= LINE_WORDS.most &&
		shareOfLines(layout, BULLET) < SOME &&
		shareOfLines(layout, CAPITAL) >= MOSTLY &&
		shareOfLines(layout, RUNS_ON) >= SOME &&
		shareOfLines(layout, SENTENCE_END) < MOST_SENTENCE_LINES
	);
}
