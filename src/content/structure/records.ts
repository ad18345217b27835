import { ANY_AUTHOR_PART } from "./author-parts.ts";

/** What posts, comments and reviews carry and mere paragraphs do not: an author, a time, controls, a title. */
const RECORD_PARTS = `${ANY_AUTHOR_PART}, time, [datetime], [class*="user" i], button, [role="button"], h1, h2, h3, h4, h5, h6, [role="heading"]`;
/** Siblings looked at to tell whether a repeated structure is a list of records. */
const SAMPLE = 5;
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
	/** For a flat thread: the line with the author above each child. */
	readonly headers: ReadonlyMap<Element, Element>;
}

function groupsOf(parent: ParentNode): Map<string, Element[]> {
	const groups = new Map<string, Element[]>();
	for (const child of parent.children) {
		const signature = signatureOf(child);
		const group = groups.get(signature);
		if (group === undefined) groups.set(signature, [child]);
		else group.push(child);
	}
	return groups;
}

/** Threads without a box for each post: a line with the author, then the text, again and again. */
function headersIn(
	parent: ParentNode,
	groups: ReadonlyMap<string, Element[]>,
): Map<Element, Element> {
	const headers = new Map<Element, Element>();
	const count = parent.childElementCount;
	for (const group of groups.values()) {
		const others = count - group.length;
		if (group.length < 2 || others < group.length) continue;
		if (!group.slice(0, SAMPLE).every(isHeader)) continue;
		const lines = new Set(group);
		let header: Element | undefined;
		for (const child of parent.children) {
			if (lines.has(child)) header = child;
			if (header !== undefined) headers.set(child, header);
		}
		break;
	}
	return headers;
}

const NO_SIBLINGS: Siblings = { records: new Set(), headers: new Map() };

function look(parent: ParentNode): Siblings {
	if (parent.childElementCount < 2) return NO_SIBLINGS;
	const groups = groupsOf(parent);
	const headers = headersIn(parent, groups);
	const records = new Set<string>();
	if (headers.size === 0)
		for (const [signature, group] of groups) {
			// What stands alone may be the whole page, and is not searched.
			if (group.length < 2) continue;
			const sample = group.slice(0, SAMPLE);
			const alike = sample.filter(isRecordLike).length;
			if (alike * 2 > sample.length) records.add(signature);
		}
	return { records, headers };
}

/** Finds repeated structures: siblings alike, most of which look like a post. Made anew for each reading. */
export function createRecords(): (element: Element) => Element | undefined {
	const known = new Map<ParentNode, Siblings>();
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
		const { headers, records } = siblings;
		return (
			headers.get(element) ??
			(records.size > 0 && records.has(signatureOf(element))
				? element
				: undefined)
		);
	};
}
