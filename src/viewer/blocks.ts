/** A piece of a document as it is shown: plain text, never markup. */
export interface Block {
	readonly kind: "heading" | "paragraph" | "item" | "quote" | "code";
	readonly text: string;
}

/** A document read to the end, or to the limit. */
export interface Reading {
	readonly blocks: readonly Block[];
	/** True when the rest was left out because the document is too long. */
	readonly cut: boolean;
}

const SPACES = /[^\S\n]*\n[^\S\n]*|[^\S\n]+/g;

/** Text as a paragraph shows it: single spaces, line ends kept. */
export const tidy = (text: string): string =>
	text.replace(SPACES, (run) => (run.includes("\n") ? "\n" : " ")).trim();

/** Keeps blocks with text, up to a number of blocks and of UTF-16 units together. */
export function withinLimit(
	blocks: readonly Block[],
	most: { readonly blocks: number; readonly units: number },
): Reading {
	const kept: Block[] = [];
	let units = 0;
	for (const block of blocks) {
		if (block.text.trim() === "") continue;
		units += block.text.length;
		if (units > most.units || kept.length === most.blocks)
			return { blocks: kept, cut: true };
		kept.push(block);
	}
	return { blocks: kept, cut: false };
}
