import type { Unit } from "../structure/unit.ts";
import type { Look } from "./rendering.ts";

/** What the elements around a text node say about its text. */
export interface Place {
	/** Nearest element that has a box: what can be seen, or not, in the window. */
	readonly box: Element;
	readonly unit: Unit;
	/** 1 to 6 inside a heading, else 0. */
	readonly heading: number;
	readonly code: boolean;
	readonly link: boolean;
	/** The item of a list or glossary it stands in. */
	readonly listItem: Element | undefined;
	readonly keepsLines: boolean;
	readonly unseen: boolean;
}

const CODE_TAGS: ReadonlySet<string> = new Set([
	"code",
	"kbd",
	"samp",
	"var",
	"tt",
]);

/** A summary names what folds under it, but parts no text: folds also stand within an article. */
const SUMMARY_LEVEL = 4;

function headingLevel(element: Element): number {
	const tag = /^h([1-6])$/.exec(element.localName);
	if (tag !== null) return Number(tag[1]);
	if (element.localName === "summary") return SUMMARY_LEVEL;
	if (element.getAttribute("role") !== "heading") return 0;
	// ARIA: a heading without a level counts as the second.
	return Number(element.getAttribute("aria-level") ?? 2) || 2;
}

/** The place of text directly inside `element`, derived from the place around it. */
export function placeInside(
	outer: Place,
	{
		element,
		look,
		unit,
	}: { element: Element; look: Look; unit: Unit | undefined },
): Place {
	return {
		box:
			look.box === "contents"
				? outer.box
				: look.box === "block"
					? element
					: outer.box,
		unit: unit ?? outer.unit,
		heading: headingLevel(element) || outer.heading,
		code: outer.code || CODE_TAGS.has(element.localName),
		link: outer.link || element.localName === "a",
		listItem:
			element.localName === "li" || element.localName === "dd"
				? element
				: outer.listItem,
		keepsLines: look.keepsLines ?? outer.keepsLines,
		unseen: look.unseen,
	};
}

/** Where a walk starts: nothing known yet but the root itself. */
export function placeOfRoot(root: Element): Place {
	return {
		box: root,
		unit: { element: root, beside: false, post: false, outer: undefined },
		heading: 0,
		code: false,
		link: false,
		listItem: undefined,
		keepsLines: false,
		unseen: false,
	};
}
