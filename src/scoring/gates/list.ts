import { type Layout, SENTENCE_END, shareOfLines } from "./layout.ts";

const LEAST_LINES = 4;
/** Items of a list; list items that are sentences are longer. */
const MOST_WORDS_AN_ITEM = 8;
/** Entries of a navigation menu. */
const MOST_WORDS_AN_ENTRY = 3;
/** More lines than this that end as sentences do make it prose, however short they are. */
const FEW_SENTENCES = 0.3;
const SEPARATED =
	/\s[|\u2022\u00b7\u203a\u00bb\u25aa\u2013\u2014/>]\s|[\u2022\u00b7|]/gu;
/** Words an entry between separators has at most. */
const WORDS_BETWEEN_SEPARATORS = 5;
const LEAST_SEPARATORS = 4;
/** An enumeration has a comma or semicolon every so many words; prose one in ten or so. */
const WORDS_A_COMMA = 3.2;
const LEAST_COMMAS = 10;
const COMMA = /[,;\uff0c\uff1b\u3001]/gu;
const SENTENCE =
	/[\p{Ll}\p{sc=Han})"'][.!?\u3002\uff01\uff1f](?:\s|$|["'\u201d])/gu;
/** An enumeration may have a sentence to introduce it. */
const MOST_SENTENCES_IN_ENUMERATION = 3;

export type ListForm = "list" | "menu" | undefined;

/** A list of items or names, or a menu; `undefined` for lines that are sentences. */
export function listForm(layout: Layout): ListForm {
	const { lines, medianWords, words, text } = layout;
	const separators = text.match(SEPARATED)?.length ?? 0;
	const isSeparated =
		separators >= LEAST_SEPARATORS &&
		words / (separators + 1) <= WORDS_BETWEEN_SEPARATORS;
	if (isSeparated) return "menu";
	const fewSentences = shareOfLines(layout, SENTENCE_END) < FEW_SENTENCES;
	if (lines.length >= LEAST_LINES && fewSentences) {
		if (medianWords <= MOST_WORDS_AN_ENTRY) return "menu";
		if (medianWords <= MOST_WORDS_AN_ITEM) return "list";
	}
	return isEnumeration(text, words) ? "list" : undefined;
}

function isEnumeration(text: string, words: number): boolean {
	const commas = text.match(COMMA)?.length ?? 0;
	const sentences = text.match(SENTENCE)?.length ?? 0;
	return (
		commas >= LEAST_COMMAS &&
		words / commas <= WORDS_A_COMMA &&
		sentences <= MOST_SENTENCES_IN_ENUMERATION
	);
}
