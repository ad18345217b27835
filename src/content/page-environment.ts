import type { HighlightEnvironment } from "./highlights.ts";
import type { HitEnvironment } from "./hit.ts";
import { type Passage, type Reading, readPassages } from "./passages.ts";
import { createBreath } from "./reading/breathe.ts";
import { createRendering } from "./reading/rendering.ts";
import { shadeBehind } from "./shade.ts";
import { adoptSheet } from "./style-sheets.ts";

/** What the real page gives; everything below the entry takes it as a parameter. */
const computedStyle = (element: Element): CSSStyleDeclaration =>
	getComputedStyle(element);

const NOTHING: Reading = { passages: [], shadowRoots: [], hidden: [] };

/** A hidden page has no frames: reading then goes on after this. */
const LONGEST_FRAME_MS = 100;

/** Just after a frame the browser has computed all styles: reading then forces nothing. */
function afterFrame(): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, LONGEST_FRAME_MS);
		requestAnimationFrame(() => {
			clearTimeout(timer);
			setTimeout(resolve, 0);
		});
	});
}

/** Reads the document's body, which pages may replace at any time. */
export async function readBody(signal: AbortSignal): Promise<Reading> {
	await afterFrame();
	signal.throwIfAborted();
	const environment = {
		rendering: createRendering(computedStyle),
		breath: createBreath(),
	};
	const body = document.body as HTMLElement | null;
	return body === null ? NOTHING : readPassages(body, environment, signal);
}

export const highlightEnvironment = (): HighlightEnvironment => ({
	registry: CSS.highlights,
	createHighlight: () => new Highlight(),
	shadeBehind: (element) =>
		shadeBehind(element, {
			computedStyle,
			prefersDark: () => matchMedia("(prefers-color-scheme: dark)").matches,
		}),
});

/** The shadow trees that hold marked text: a caret is found inside them only when they are named. */
function treesOf(passages: readonly Passage[]): ShadowRoot[] {
	const roots = passages.flatMap(({ map }) =>
		map.map(({ node }) => node.getRootNode()),
	);
	return [...new Set(roots)].filter((root) => root instanceof ShadowRoot);
}

/** The text place nearest to a point of the viewport. */
export const caretAt =
	(marked: () => readonly Passage[]): HitEnvironment["caretAt"] =>
	(x, y) => {
		// Browsers without it show the marks but no card at the pointer.
		if (!("caretPositionFromPoint" in document)) return undefined;
		const caret = document.caretPositionFromPoint(x, y, {
			shadowRoots: treesOf(marked()),
		});
		return caret === null
			? undefined
			: { node: caret.offsetNode, offset: caret.offset };
	};

/** The Navigation API's object, where the browser has it. */
export const navigationOf = (scope: object): EventTarget | undefined => {
	const value: unknown = Reflect.get(scope, "navigation");
	return value instanceof EventTarget ? value : undefined;
};

/** A style sheet that the page's content security policy does not govern. */
export function constructSheet(text: string): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(text);
	return sheet;
}

/** Styles trees of ours: by one constructed sheet, or where none can be adopted by an element in each. */
export function treeStyle(css: string): (tree: ShadowRoot) => void {
	let sheet: CSSStyleSheet | undefined;
	return (tree) => {
		sheet ??= constructSheet(css);
		if (adoptSheet(tree, sheet)) return;
		const element = tree.ownerDocument.createElement("style");
		// Set by a content script it is exempt from the page's content security policy, as the sheet is.
		element.textContent = css;
		tree.append(element);
	};
}
