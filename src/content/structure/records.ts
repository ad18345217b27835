import { ANY_AUTHOR_PART } from "./author-parts.ts";
import { hasPostName } from "./post-name.ts";

/** What posts, comments and reviews carry and mere paragraphs do not: an author, a time, controls, a title. */
const RECORD_PARTS = `${ANY_AUTHOR_PART}, time, [datetime], [class*="user" i], button, [role="button"], h1, h2, h3, h4, h5, h6, [role="heading"]`;
/** Siblings looked at to tell whether a repeated structure is a list of records. */
const SAMPLE = 5;
/** Children looked at from each end of a list. */
const MOST_LOOKED = 500;
/** A line that names the author of what follows; a longer one is text. */
const HEADER_CHARACTERS = 200;
/** Class names that tell one of a list from the next, not what it is. */
const POSITION =
	/^(?:odd|even|alt|first|last|active|selected|current|own|new|unread|bg#|row#)$/i;

/** What alike siblings have in common: tag, role and first telling class name, numbers aside. */
function signatureOf(element: Element): string {
	const names = element.getAttribute("class") ?? "";
	for (const name of names === "" ? [] : names.split(/\s+/)) {
		const kind = name.replace(/\d+/g, "#");
		if (kind !== "" && !POSITION.test(kind))
			return `${element.localName}.${kind}`;
	}
	return `${element.localName}[${element.getAttribute("role") ?? element.slot}]`;
}

function isRecordLike(element: Element): boolean {
	return (
		// A post even where nothing inside tells an author.
		hasPostName(element) ||
		element.querySelector(RECORD_PARTS) !== null ||
		(element.shadowRoot?.querySelector(RECORD_PARTS) ?? null) !== null
	);
}

function isHeader(element: Element): boolean {
	return (
		(element.textContent?.length ?? 0) <= HEADER_CHARACTERS &&
		(element.matches(ANY_AUTHOR_PART) ||
			element.querySelector(ANY_AUTHOR_PART) !== null)
	);
}

/** What one parent's children are to each other. */
interface Siblings {
	/** Signatures of the children that are each a post. */
	readonly records: ReadonlySet<string>;
	/** For a flat thread: signature of the lines with the author above each post. */
	readonly header: string | undefined;
}

/** The first and last children, in order: looking at all of a list of 50,000 would hold the page up. */
function endsOf({ firstElementChild, lastElementChild }: ParentNode) {
	const first: Element[] = [];
	let at: Element | null = firstElementChild;
	for (; at !== null && first.length < MOST_LOOKED; at = at.nextElementSibling)
		first.push(at);
	if (at === null) return first;
	const last: Element[] = [];
	const end = first.at(-1);
	let back: Element | null = lastElementChild;
	while (back !== null && back !== end && last.length < MOST_LOOKED) {
		last.push(back);
		back = back.previousElementSibling;
	}
	return [...first, ...last.reverse()];
}

function groupsOf(children: readonly Element[]): Map<string, Element[]> {
	const groups = new Map<string, Element[]>();
	for (const child of children) {
		const signature = signatureOf(child);
		const group = groups.get(signature);
		if (group === undefined) groups.set(signature, [child]);
		else group.push(child);
	}
	return groups;
}

/** Threads without a box for each post: a line with the author, then the text, again and again. */
function headerIn(
	count: number,
	groups: ReadonlyMap<string, Element[]>,
): string | undefined {
	for (const [signature, group] of groups) {
		const others = count - group.length;
		if (group.length < 2 || others < group.length) continue;
		if (group.slice(0, SAMPLE).every(isHeader)) return signature;
	}
	return undefined;
}

const NO_SIBLINGS: Siblings = { records: new Set(), header: undefined };

function look(parent: ParentNode): Siblings {
	const children = endsOf(parent);
	if (children.length < 2) return NO_SIBLINGS;
	const groups = groupsOf(children);
	const header = headerIn(children.length, groups);
	const records = new Set<string>();
	if (header === undefined)
		for (const [signature, group] of groups) {
			// What stands alone may be the whole page, and is not searched.
			if (group.length < 2) continue;
			const sample = group.slice(0, SAMPLE);
			const alike = sample.filter(isRecordLike).length;
			if (alike * 2 > sample.length) records.add(signature);
		}
	return { records, header };
}

/** Finds repeated structures: siblings alike, most of which look like a post. Made anew for each reading. */
export function createRecords(): (element: Element) => Element | undefined {
	const known = new Map<ParentNode, Siblings>();
	/** The header above each element of flat threads; `undefined` above the first one. */
	const headers = new Map<Element, Element | undefined>();
	const headerAbove = (
		element: Element,
		header: string,
	): Element | undefined => {
		const passed: Element[] = [];
		let at: Element | null = element;
		let found: Element | undefined;
		for (; at !== null; at = at.previousElementSibling) {
			found = signatureOf(at) === header ? at : headers.get(at);
			if (found !== undefined || headers.has(at)) break;
			passed.push(at);
		}
		for (const each of passed) headers.set(each, found);
		return found;
	};
	/** The element that stands for the post which `element` is, or is a part of; undefined when it is none. */
	return (element) => {
		const parent = element.parentNode as ParentNode | null;
		if (parent === null) return undefined;
		// Nothing here may count the children: that would be done once for each of them.
		let siblings = known.get(parent);
		if (siblings === undefined) {
			siblings = look(parent);
			known.set(parent, siblings);
		}
		const { header, records } = siblings;
		if (header !== undefined) return headerAbove(element, header);
		return records.size > 0 && records.has(signatureOf(element))
			? element
			: undefined;
	};
}
