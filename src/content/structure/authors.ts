import { ANY_AUTHOR_PART, AUTHOR_PARTS, nameOfPart } from "./author-parts.ts";
import { isQuote } from "./quotes.ts";
import type { Unit } from "./unit.ts";

/** Author parts looked at in one unit: a post names its author near its beginning. */
const MOST_PARTS = 20;
/** A wrapper in a wrapper in a table cell; deeper nesting says nothing about authors. */
const MOST_CLIMBS = 4;

/** Author parts looked for in one search of a whole page: more would take too long at a time. */
const PARTS_IN_SEARCH = 4;
/** Where only the names count, and not how sure each is, a search may be cut up. */
const PAGE_SEARCHES = AUTHOR_PARTS.flatMap((list) => {
	const parts = list.split(", ");
	const count = Math.ceil(parts.length / PARTS_IN_SEARCH);
	return Array.from({ length: count }, (_, index) => {
		const from = index * PARTS_IN_SEARCH;
		return parts.slice(from, from + PARTS_IN_SEARCH).join(", ");
	});
});

/** Finds who wrote the text of a unit, where the structure shows it. */
export type AuthorOf = (unit: Unit) => string | undefined;

/** The units that hold prose, themselves or in a unit inside; a column with the author's picture holds none. */
function unitsAround(worded: ReadonlySet<Unit>): ReadonlySet<Unit> {
	const all = new Set<Unit>();
	for (const unit of worded)
		for (
			let at: Unit | undefined = unit;
			at !== undefined && !all.has(at);
			at = at.outer
		)
			all.add(at);
	return all;
}

/**
 * Made once all text of one reading is known.
 * @param worded the units that have prose of their own, not only in units inside them
 * @param rest gives way to the page; awaited between searches of all of it
 */
export async function createAuthors(
	worded: ReadonlySet<Unit>,
	rest: () => Promise<void>,
): Promise<AuthorOf> {
	const byElement = new Map<Element, Unit>();
	const inside = new Map<Unit, number>();
	for (const unit of unitsAround(worded)) {
		byElement.set(unit.element, unit);
		if (unit.outer !== undefined && !unit.beside)
			inside.set(unit.outer, (inside.get(unit.outer) ?? 0) + 1);
	}
	const known = new Map<Unit, string | undefined>();

	/** True when no other unit, and no quote, lies between the part and the unit. */
	const belongs = (part: Element, unit: Unit): boolean => {
		for (
			let element: Element | null = part;
			element !== null && element !== unit.element;
			element = element.parentElement
		)
			if (byElement.get(element)?.post || isQuote(element)) return false;
		return true;
	};
	const namesBy = function* (unit: Unit, selector: string): Generator<string> {
		const { element } = unit;
		const tree = element.shadowRoot?.querySelectorAll(selector) ?? [];
		const parts = [...element.querySelectorAll(selector), ...tree];
		for (const part of parts.slice(0, MOST_PARTS)) {
			const name = belongs(part, unit) ? nameOfPart(part) : undefined;
			if (name !== undefined) yield name;
		}
	};
	const partsOf = function* (unit: Unit): Generator<string> {
		for (const selector of AUTHOR_PARTS) yield* namesBy(unit, selector);
	};
	/** Names found anywhere on the page, where its own text asks for them. */
	const onPage = new Set<string>();
	const within = (unit: Unit): string | undefined => {
		const own = unit.element.matches(ANY_AUTHOR_PART)
			? nameOfPart(unit.element)
			: undefined;
		return own ?? partsOf(unit).next().value ?? undefined;
	};
	/** Another post's author is not the author of what hangs below that post. */
	const mayClimb = (unit: Unit, outer: Unit): boolean =>
		unit.beside || (!worded.has(outer) && inside.get(outer) === 1);
	const climb = (unit: Unit): string | undefined => {
		let at = unit;
		for (let climbs = 0; climbs < MOST_CLIMBS; climbs += 1) {
			const name = at.outer === undefined ? undefined : within(at);
			if (name !== undefined) return name;
			if (at.outer === undefined || !mayClimb(at, at.outer)) break;
			at = at.outer;
		}
		return undefined;
	};
	const articles = [...byElement.values()].filter(
		(unit) => unit.element.localName === "article" && !unit.outer?.post,
	);
	/** The page as a whole, or its only article, is signed by the page. */
	const ofPage = (unit: Unit): string | undefined => {
		const { element, outer } = unit;
		const whole = outer === undefined;
		if (!whole && (articles.length !== 1 || articles[0] !== unit))
			return undefined;
		const signed = whole ? onPage : new Set<string>();
		const [only] = signed;
		return signed.size === 1 ? only : pageAuthor(element.ownerDocument);
	};
	const find = (unit: Unit): string | undefined => climb(unit) ?? ofPage(unit);
	// Each search of a whole page may take ten milliseconds, so they are not done in one go.
	for (const unit of worded)
		if (unit.outer === undefined)
			for (const selector of PAGE_SEARCHES) {
				await rest();
				for (const name of namesBy(unit, selector)) onPage.add(name);
			}
	return (unit) => {
		if (!known.has(unit)) known.set(unit, find(unit));
		return known.get(unit);
	};
}

/** Who the whole page says wrote it; meant for text that stands in no post of its own. */
export function pageAuthor(document: Document): string | undefined {
	const meta = document.querySelector(
		'meta[name="author" i], meta[property="article:author" i]',
	);
	const named = meta === null ? undefined : nameOfPart(meta);
	// An address of a profile is no name.
	return named?.includes("://") ? undefined : named;
}
