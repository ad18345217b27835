import { ANY_AUTHOR_PART } from "./author-parts.ts";
import { hasPostName } from "./post-name.ts";
import { createRecords } from "./records.ts";
import type { Unit } from "./unit.ts";

const OWN_TAGS: ReadonlySet<string> = new Set(["article", "dialog"]);
const BESIDE_TAGS: ReadonlySet<string> = new Set([
	"aside",
	"figure",
	"figcaption",
	"blockquote",
	"caption",
]);
const OWN_ROLES: ReadonlySet<string> = new Set([
	"article",
	"comment",
	"dialog",
	"alertdialog",
]);
const BESIDE_ROLES: ReadonlySet<string> = new Set([
	"complementary",
	"note",
	"figure",
]);
const OWN_TYPES = /(?:Comment|Review|Answer|Question|Posting|Article|Message)$/;
const OWN_PROPERTIES =
	/^(?:comment|review|suggestedAnswer|acceptedAnswer|blogPost)$/;

/** A site's own element that names its author, as in `<x-comment author="ana">`. */
const isNamedElement = (element: Element): boolean =>
	element.localName.includes("-") && element.hasAttribute("author");

/** Also a thread of one comment is a thread: such names count when an author stands inside. */
const isNamedPost = (element: Element): boolean =>
	hasPostName(element) && element.querySelector(ANY_AUTHOR_PART) !== null;

/** Class names with the numbers aside that tell one of a kind from the next. */
const lookOf = (element: Element): string =>
	(element.getAttribute("class") ?? "").replace(/\d+/g, "#");

/**
 * A lone reply has no siblings to be known by, but it looks like the post that it answers and names an author where
 * that one has named another; a mere part of a post with the same class names does not.
 */
function isReply(element: Element, { element: post, ...unit }: Unit): boolean {
	const look = lookOf(element);
	if (!unit.post || look === "" || look !== lookOf(post)) return false;
	const author = post.querySelector(ANY_AUTHOR_PART);
	return (
		author !== null &&
		!element.contains(author) &&
		element.querySelector(ANY_AUTHOR_PART) !== null
	);
}

function declaredUnit(element: Element): "own" | "beside" | undefined {
	const role = element.getAttribute("role") ?? "";
	if (OWN_TAGS.has(element.localName) || OWN_ROLES.has(role)) return "own";
	if (BESIDE_TAGS.has(element.localName) || BESIDE_ROLES.has(role))
		return "beside";
	if (element.hasAttribute("data-author") || isNamedElement(element))
		return "own";
	if (OWN_TYPES.test(element.getAttribute("itemtype") ?? "")) return "own";
	if (OWN_PROPERTIES.test(element.getAttribute("itemprop") ?? "")) return "own";
	return undefined;
}

const isCell = (element: Element): element is HTMLTableCellElement =>
	(element.localName === "td" || element.localName === "th") &&
	"cellIndex" in element;

/** The unit that a block element opens, or undefined when it belongs to the one around it. */
export type OpenUnit = (element: Element, outer: Unit) => Unit | undefined;

/** Made anew for each reading: what it finds is remembered. */
export function createUnits(): OpenUnit {
	const recordOf = createRecords();
	const units = new Map<Element, Unit>();
	const columns = new Map<Element, Map<number, Unit>>();

	const unitAt = (
		element: Element,
		kind: "post" | "beside",
		outer: Unit,
	): Unit => {
		const known = units.get(element);
		if (known !== undefined) return known;
		const post = kind === "post";
		const unit = { element, beside: !post, post, outer };
		units.set(element, unit);
		return unit;
	};
	const columnOf = (cell: HTMLTableCellElement, outer: Unit): Unit => {
		const row = cell.parentElement;
		// Forums laid out as tables: each row is a post.
		if (row !== null && recordOf(row) !== undefined)
			return unitAt(cell, "beside", outer);
		const table = cell.closest("table") ?? cell;
		const known = columns.get(table) ?? new Map<number, Unit>();
		columns.set(table, known);
		const unit = known.get(cell.cellIndex) ?? unitAt(cell, "beside", outer);
		known.set(cell.cellIndex, unit);
		return unit;
	};
	return (element, outer) => {
		const declared = declaredUnit(element);
		if (declared !== undefined)
			return unitAt(element, declared === "own" ? "post" : declared, outer);
		if (isCell(element)) return columnOf(element, outer);
		const record =
			recordOf(element) ??
			(isNamedPost(element) || isReply(element, outer) ? element : undefined);
		return record === undefined ? undefined : unitAt(record, "post", outer);
	};
}
