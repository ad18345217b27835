import { make } from "../shared/ui/dom.ts";
import type { Block } from "./blocks.ts";

const TAGS = {
	heading: "h2",
	paragraph: "p",
	item: "p",
	quote: "blockquote",
	code: "pre",
} as const satisfies Record<Block["kind"], keyof HTMLElementTagNameMap>;

/** Shows a document as text blocks; nothing of it is parsed as markup. */
export function showBlocks(into: Element, blocks: readonly Block[]): void {
	const shown = document.createDocumentFragment();
	for (const { kind, text } of blocks)
		shown.append(
			make(TAGS[kind], kind === "item" ? { class: "item" } : {}, text),
		);
	into.replaceChildren(shown);
}
