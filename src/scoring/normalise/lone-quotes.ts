import { edit, type MappedText } from "./mapped-text.ts";

const QUOTE = / ?" ?/gu;

/**
 * Moves double quotes that stand alone between spaces to the word they belong to. Which side that
 * is follows from the quotes before it in the paragraph: after an opening one comes a closing one.
 */
export function attachLoneQuotes(source: MappedText): MappedText {
	let isOpen = false;
	let read = 0;
	return edit(source, QUOTE, (match, offset, text) => {
		if (text.slice(read, offset).includes("\n\n")) isOpen = false;
		const end = offset + match.length;
		read = end;
		const gapBefore = match.startsWith(" ") || isGap(text.charAt(offset - 1));
		const gapAfter = match.endsWith(" ") || isGap(text.charAt(end));
		if (gapBefore !== gapAfter) {
			isOpen = gapBefore;
			return match;
		}
		isOpen = !isOpen;
		if (!gapBefore) return match;
		return isOpen ? match.trimEnd() : match.trimStart();
	});
}

const isGap = (character: string): boolean =>
	character === "" || character === " " || character === "\n";
