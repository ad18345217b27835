import { edit, type MappedText } from "./mapped-text.ts";

const RUN = / ?[-\u2013\u2014]+ ?/gu;
/** Longer runs of hyphens are rules and table borders. */
const LONGEST_TYPED_DASH = 3;
const WORDLIKE = /[\p{L}\p{N}"'.!?,)\]*]/u;
const OPENS_WORD = /[\p{L}\p{N}"'([*]/u;
const CLOSING = /[)\].,;:!?]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** One form, " - ", for every dash between phrases; compounds, ranges and signs keep a bare hyphen. */
export function unifyDashes(source: MappedText): MappedText {
	return edit(source, RUN, (match, offset, text) => {
		const dashes = match.trim();
		const before = text.charAt(offset - 1);
		const after = text.charAt(offset + match.length);
		if (isPhraseDash(match, dashes, before, after)) {
			return (
				spaceBefore(match, before, text.charAt(offset - 2)) +
				"-" +
				spaceAfter(match, after, text.charAt(offset + match.length + 1))
			);
		}
		return dashes.includes("\u2013") ? match.replaceAll("\u2013", "-") : match;
	});
}

function isPhraseDash(
	match: string,
	dashes: string,
	before: string,
	after: string,
): boolean {
	if (dashes.includes("\u2014")) return true;
	const spaced = match.startsWith(" ") && match.endsWith(" ");
	if (dashes.includes("\u2013")) return dashes.length > 1 || spaced;
	if (dashes.length === 1 || dashes.length > LONGEST_TYPED_DASH) return false;
	if (spaced) return true;
	return (
		!match.startsWith(" ") &&
		WORDLIKE.test(before) &&
		(match.endsWith(" ") || OPENS_WORD.test(after))
	);
}

function spaceBefore(
	match: string,
	before: string,
	beforeThat: string,
): string {
	if (before === "" || before === "\n") return "";
	if (match.startsWith(" ")) return " ";
	if (before === "(" || before === "[") return "";
	const opensQuote =
		(before === '"' || before === "'") && !/[^\s([]/u.test(beforeThat);
	return opensQuote ? "" : " ";
}

function spaceAfter(match: string, after: string, afterThat: string): string {
	if (after === "" || after === "\n") return "";
	if (match.endsWith(" ")) return " ";
	if (CLOSING.test(after)) return "";
	if (after === '"' || after === "'") return LETTER.test(afterThat) ? " " : "";
	return " ";
}
