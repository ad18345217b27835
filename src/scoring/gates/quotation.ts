import { countWords } from "../words.ts";
import type { Layout } from "./layout.ts";

/**
 * A long quotation with words that announce what somebody else wrote. Mere speech marks are not
 * enough: they hold the talk of a story, which is its author's own.
 */
const ANNOUNCED =
	/\b(?:wrote|writes|written|argue[sd]|state[sd]|declare[sd]|notes|noted|observe[sd]|conclude[sd]|reads?|quot(?:es?|ed|ing)|according to|in (?:his|her|their|its) (?:own )?words|puts? it)\b[^"\u201c\n]{0,80}["\u201c]([^"\u201c\u201d\n]{240,})["\u201d]/giu;
const ANNOUNCED_IN_CHINESE =
	/(?:\u5199\u9053|\u5beb\u9053|\u6307\u51fa|\u5199\u7740|\u539f\u6587|\u5f15\u7528)[^\u201c"\u300c\n]{0,20}[\u201c"\u300c]([^\u201c\u201d"\u300c\u300d\n]{100,})[\u201d"\u300d]/gu;
/** Mail and forums put this before every line that they quote. */
const QUOTED_LINE = /^(?:>\s?)+\S/u;
const HALF = 0.5;

/** More words of somebody else than of the author: an announced quotation, or lines quoted from a letter. */
export function isQuotation({ text, lines, words }: Layout): boolean {
	const sum = (parts: readonly string[]): number =>
		parts.reduce((total, part) => total + countWords(part), 0);
	if (sum(lines.filter((line) => QUOTED_LINE.test(line))) > HALF * words)
		return true;
	const quoted = [ANNOUNCED, ANNOUNCED_IN_CHINESE].flatMap((pattern) =>
		[...text.matchAll(pattern)].map(([, words = ""]) => words),
	);
	return sum(quoted) > HALF * words;
}
