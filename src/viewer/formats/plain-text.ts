import { type Block, tidy } from "../blocks.ts";

/** Lines no longer than this may have been wrapped by an editor or a mail program. */
const WRAP_COLUMNS = 100;
/** A wrapped line fills at least this share of the longest one. */
const FILLED = 0.6;

/** True when line ends only keep lines short: all but the last are about equally long. */
function isWrapped(lines: readonly string[]): boolean {
	const longest = Math.max(...lines.map((line) => line.length));
	return (
		longest <= WRAP_COLUMNS &&
		lines.slice(0, -1).every((line) => line.length >= longest * FILLED)
	);
}

const paragraph = (text: string): Block => ({
	kind: "paragraph",
	text: tidy(text),
});

/** Paragraphs of a text file: parted by empty lines, wrapped lines joined, other lines by themselves. */
export function plainTextBlocks(text: string): Block[] {
	return text
		.replace(/\r\n?/g, "\n")
		.split(/\n[^\S\n]*\n\s*|\f/)
		.flatMap((part) => {
			const lines = part.split("\n").map((line) => line.trim());
			return isWrapped(lines)
				? [paragraph(lines.join(" "))]
				: lines.map(paragraph);
		})
		.filter((block) => block.text !== "");
}
