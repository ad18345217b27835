import type { Range } from "../sentences.ts";

/** Never end a sentence: a name or a number follows. */
const TITLES = words(
	"mr mrs ms dr prof st sr jr gen col capt cmdr lt sgt rev hon gov sen rep pres mt messrs fr",
);
/** End one only before a capital letter that opens an ordinary sentence. */
const ABBREVIATIONS = words(
	"e.g i.e eg ie cf vs viz al etc approx ca no nos vol vols pp p fig figs eq sec ch ed eds inc ltd co corp dept est " +
		"jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n a.m p.m b.c a.d ph.d m.d",
);
/** Abbreviations that are followed by what they introduce, capital or not. */
const INTRODUCING = words(
	"e.g i.e eg ie cf vs viz approx ca no nos vol vols pp p fig figs eq sec ch",
);
/** After an abbreviation, these begin a new sentence rather than a name. */
const OPENERS = words(
	"the a an this that these those it he she they we you i in on at but and if when while after as for my his her our their there what who why how",
);

/** How far back the word before a mark may begin; no abbreviation is longer. */
const WORD_REACH = 24;

/**
 * Whether the mark at `mark` ends a sentence that began at `start`.
 *
 * @param hasCapitals whether the text's sentences begin with capital letters
 */
export function endsSentence(
	text: string,
	mark: Range,
	start: number,
	hasCapitals: boolean,
): boolean {
	if (/[\n\u3002\uff01\uff1f\uff61]/u.test(text.charAt(mark.from))) return true;
	const next = nextWord(text, mark.to);
	if (next === "") return true;
	const isDotAlone = text.slice(mark.from, mark.to) === ".";
	const mayBegin = !hasCapitals || startsLikeSentence(next);
	if (!isDotAlone) return mayBegin;
	const before = lastWord(
		text,
		Math.max(start, mark.from - WORD_REACH),
		mark.from,
	);
	if (isListNumber(text, start, mark.from)) return false;
	if (TITLES.has(before.toLowerCase())) return false;
	if (isInitial(before))
		return OPENERS.has(next.toLowerCase()) && before !== "I";
	if (INTRODUCING.has(before.toLowerCase())) return false;
	if (ABBREVIATIONS.has(before.toLowerCase())) {
		return /^\p{Lu}/u.test(next) && OPENERS.has(next.toLowerCase());
	}
	return mayBegin;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(" "));
}

/** The word after the mark without what opens it; "" at the end of the text or of a paragraph. */
function nextWord(text: string, from: number): string {
	const ahead = text.slice(from, from + WORD_REACH);
	if (/^\s*\n\s*\n/.test(ahead)) return "";
	return (
		/^\s*["'\u2018\u201c([*_-]*\s*([^\s"'\u2019\u201d)\],.;:!?]*)/u.exec(
			ahead,
		)?.[1] ?? ""
	);
}

const lastWord = (text: string, from: number, to: number): string =>
	/[\p{L}\p{N}.]*$/u.exec(text.slice(from, to))?.[0] ?? "";

/** A small letter goes on; anything else may begin a sentence. */
const startsLikeSentence = (next: string): boolean => !/^\p{Ll}/u.test(next);

/** "J" in J. R. R. Tolkien; "I" is more often the pronoun. */
const isInitial = (word: string): boolean =>
	/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== "I";

/** "1" or "b" at the start of a sentence, as in "1. First". */
const isListNumber = (text: string, start: number, mark: number): boolean =>
	mark - start < WORD_REACH &&
	/^\s*(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})$/.test(text.slice(start, mark));
