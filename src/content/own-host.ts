/** Our elements in the page, by tag name: no page has such elements, so no page rule by tag name meets them. */
const TAGS = ["telltale-card", "telltale-progress"] as const;
export type OwnTag = (typeof TAGS)[number];

const isTag = (name: string): boolean => TAGS.some((tag) => tag === name);

/** True for an element that we have put into the page. */
export const isOwnElement = (node: Node): boolean =>
	node instanceof Element && isTag(node.localName);

/**
 * Appends one element of ours to the document element, with what it shows in a closed shadow root, so that neither the
 * page's style nor its scripts reach it. Unstyled where no sheet can be constructed.
 */
export function openHost(
	document: Document,
	tag: OwnTag,
	{ view, sheet }: { view: Node; sheet: CSSStyleSheet | undefined },
): HTMLElement {
	const host = document.createElement(tag);
	const tree = host.attachShadow({ mode: "closed" });
	if (sheet !== undefined) tree.adoptedStyleSheets = [sheet];
	tree.append(view);
	document.documentElement.append(host);
	return host;
}
