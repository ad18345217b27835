import { type Block, tidy } from "../blocks.ts";
import { DocumentError } from "../trouble.ts";

/** Where a word processor keeps the text. */
export const DOCX_TEXT = "word/document.xml";

/** Text that is not shown: deleted, field codes, the older twin of a drawing; a paragraph inside is met by itself. */
const LEFT_OUT = new Set([
	"p",
	"del",
	"delText",
	"instrText",
	"Fallback",
	"pPr",
	"rPr",
]);
const SIGNS: Readonly<Record<string, string>> = {
	tab: " ",
	br: "\n",
	cr: "\n",
	noBreakHyphen: "-",
};

function textOf(element: Element): string {
	let text = "";
	for (const child of element.children) {
		const tag = child.localName;
		if (tag === "t") text += child.textContent ?? "";
		else if (!LEFT_OUT.has(tag)) text += SIGNS[tag] ?? textOf(child);
	}
	return text;
}

function kindOf(paragraph: Element): Block["kind"] {
	const properties = [...paragraph.children].find(
		({ localName }) => localName === "pPr",
	);
	const has = (tag: string): Element | undefined =>
		[...(properties?.children ?? [])].find(
			({ localName }) => localName === tag,
		);
	const style = has("pStyle")?.getAttribute("w:val") ?? "";
	if (/^(?:heading|title|subtitle)\s?\d*$/i.test(style)) return "heading";
	if (/quote/i.test(style)) return "quote";
	return has("numPr") === undefined ? "paragraph" : "item";
}

/**
 * Paragraphs of a word processor's document, from its XML. `parse` makes an inert XML document.
 * @throws DocumentError `damaged` when it is not well-formed or declares entities, which no word processor writes.
 */
export function docxBlocks(
	xml: string,
	parse: (xml: string) => Document,
): Block[] {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DocumentError("damaged");
	const document = parse(xml);
	if (document.getElementsByTagName("parsererror").length > 0)
		throw new DocumentError("damaged");
	return [...document.getElementsByTagNameNS("*", "p")]
		.filter((paragraph) => paragraph.closest("Fallback") === null)
		.map(
			(paragraph): Block => ({
				kind: kindOf(paragraph),
				text: tidy(textOf(paragraph)),
			}),
		)
		.filter(({ text }) => text !== "");
}
