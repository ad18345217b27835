import { type Block, tidy } from "../blocks.ts";

const LEFT_OUT = new Set(
	"script style noscript template head title nav footer aside form button select textarea input svg math canvas iframe object audio video img dialog rt rp".split(
		" ",
	),
);
const INLINE = new Set(
	"a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q ruby s samp small span strong sub sup time tt u var wbr".split(
		" ",
	),
);
const KINDS: Readonly<Record<string, Block["kind"]>> = {
	h1: "heading",
	h2: "heading",
	h3: "heading",
	h4: "heading",
	h5: "heading",
	h6: "heading",
	li: "item",
	dd: "item",
	blockquote: "quote",
	pre: "code",
};

const isElement = (node: Node): node is Element =>
	node.nodeType === node.ELEMENT_NODE;

const isHidden = (element: Element): boolean =>
	element.hasAttribute("hidden") ||
	element.getAttribute("aria-hidden") === "true" ||
	/display\s*:\s*none|visibility\s*:\s*hidden/i.test(
		element.getAttribute("style") ?? "",
	);

/**
 * Text blocks of an HTML file. `parse` makes an inert document: no script in it runs and nothing is fetched, and only
 * text is taken out. Walks without recursion, so that depth costs nothing.
 */
export function htmlBlocks(
	html: string,
	parse: (html: string) => Document,
): Block[] {
	const blocks: Block[] = [];
	let text = "";
	const end = (kind: Block["kind"]): void => {
		const plain = kind === "code" ? text : tidy(text);
		if (plain.trim() !== "") blocks.push({ kind, text: plain });
		text = "";
	};
	const body: Element | null = parse(html).body;
	type Step =
		| { readonly node: Node; readonly kind: Block["kind"] }
		| { readonly end: Block["kind"] };
	const stack: Step[] =
		body === null
			? []
			: [{ end: "paragraph" }, { node: body, kind: "paragraph" }];
	for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
		if ("end" in step) {
			end(step.end);
			continue;
		}
		const { node, kind } = step;
		if (node.nodeType === node.TEXT_NODE) {
			const data = node.nodeValue ?? "";
			text += kind === "code" ? data : data.replace(/\s+/g, " ");
		} else if (isElement(node)) {
			const tag = node.localName;
			if (tag === "br") text += "\n";
			if (LEFT_OUT.has(tag) || isHidden(node)) continue;
			const inner = KINDS[tag] ?? kind;
			if (!INLINE.has(tag) && tag !== "br") {
				end(kind);
				stack.push({ end: inner });
			}
			for (const child of [...node.childNodes].reverse())
				stack.push({ node: child, kind: inner });
		}
	}
	return blocks;
}
