/** Our elements in the page, by tag name: no page has such elements, so no page rule by tag name meets them. */
const TAGS = ["telltale-card", "telltale-progress"] as const;
export type OwnTag = (typeof TAGS)[number];

const isTag = (name: string): boolean => TAGS.some((tag) => tag === name);

/** True for an element that we have put into the page. */
export const isOwnElement = (node: Node): boolean =>
	node instanceof Element && isTag(node.localName);

/**
 * Appends one element of ours to the document element, with what it shows in a closed shadow root, so that neither the
 * page's style nor its scripts reach it.
 */
export function openHost(
	document: Document,
	tag: OwnTag,
	{ view, style }: { view: Node; style: (tree: ShadowRoot) => void },
): HTMLElement {
	const host = document.createElement(tag);
	const tree = host.attachShadow({ mode: "closed" });
	style(tree);
	tree.append(view);
	document.documentElement.append(host);
	return host;
}
