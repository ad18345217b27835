import { expect, it } from "vitest";
import { createStyleSheets } from "../../src/content/style-sheets.ts";

const PAGES_OWN = {} as CSSStyleSheet;
const OURS = {} as CSSStyleSheet;

const openTree = () =>
	({ adoptedStyleSheets: [PAGES_OWN] }) as unknown as ShadowRoot;
/** As Firefox 140 shows a page's tree to a content script. */
const lockedTree = (): ShadowRoot =>
	({
		get adoptedStyleSheets() {
			throw new Error("Accessing from Xray wrapper is not supported.");
		},
	}) as unknown as ShadowRoot;

it("adds one sheet to a tree once, and takes it back at the end", () => {
	const life = new AbortController();
	const sheets = createStyleSheets(() => OURS, life.signal);
	const tree = openTree();
	sheets.adopt([tree]);
	sheets.adopt([tree]);
	expect(tree.adoptedStyleSheets).toEqual([PAGES_OWN, OURS]);
	life.abort();
	expect(tree.adoptedStyleSheets).toEqual([PAGES_OWN]);
});

it("leaves alone the trees that the page shows no more", () => {
	const sheets = createStyleSheets(() => OURS, new AbortController().signal);
	const [tree, other] = [openTree(), openTree()];
	sheets.adopt([tree, other]);
	sheets.adopt([other]);
	expect(tree.adoptedStyleSheets).toEqual([PAGES_OWN]);
	expect(other.adoptedStyleSheets).toEqual([PAGES_OWN, OURS]);
});

it("passes over trees that the browser does not let it touch", () => {
	const life = new AbortController();
	const sheets = createStyleSheets(() => OURS, life.signal);
	const tree = openTree();
	sheets.adopt([lockedTree(), tree]);
	expect(tree.adoptedStyleSheets).toEqual([PAGES_OWN, OURS]);
	expect(() => life.abort()).not.toThrow();
});
