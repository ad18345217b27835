/** Pages own these data: they may be huge, deep or broken, and are then read no further. */
const MOST_SCRIPTS = 20;
const MOST_CHARACTERS = 200_000;
const MOST_VALUES = 5_000;
const MOST_DEPTH = 12;

/** Pictures and films have sources of their own, which say nothing about the text. */
const MEDIA = /(?:Image|Video|Audio|Media|Music|3DModel)\w*$/;

const isMedia = (type: unknown): boolean =>
	typeof type === "string"
		? MEDIA.test(type)
		: Array.isArray(type) && type.some(isMedia);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const known = new WeakMap<Element, { text: string; types: string[] }>();

/** Pages are read again and again: a script is parsed once for each text it has. */
function typesOfScript(script: Element): string[] {
	const text = script.textContent ?? "";
	if (text.length > MOST_CHARACTERS) return [];
	const before = known.get(script);
	if (before?.text === text) return before.types;
	const types = sourceTypesIn(parsed(text));
	known.set(script, { text, types });
	return types;
}

/** The `digitalSourceType` values in one JSON-LD value; those of pictures, films and sounds left out. */
function sourceTypesIn(root: unknown): string[] {
	const found: string[] = [];
	const stack = [{ value: root, depth: 0 }];
	for (let count = 0; count < MOST_VALUES; count += 1) {
		const next = stack.pop();
		if (next === undefined) break;
		const { value, depth } = next;
		if (typeof value !== "object" || value === null || depth > MOST_DEPTH)
			continue;
		const entries = Object.entries(value).slice(0, MOST_VALUES);
		if (entries.some(([key, type]) => key === "@type" && isMedia(type)))
			continue;
		for (const [key, inner] of entries) {
			if (/(?:^|[:/])digitalSourceType$/i.test(key))
				found.push(...namesIn(inner));
			else stack.push({ value: inner, depth: depth + 1 });
		}
	}
	return found;
}

function namesIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value))
		return value.filter((it): it is string => typeof it === "string");
	if (typeof value === "object" && value !== null && "@id" in value)
		return namesIn(value["@id"]);
	return [];
}

/** What the page's JSON-LD says of the digital source of its text; never throws. */
export function linkedSourceTypes(document: Document): string[] {
	const scripts = [
		...document.querySelectorAll('script[type="application/ld+json" i]'),
	].slice(0, MOST_SCRIPTS);
	return scripts.flatMap(typesOfScript);
}

/** What microdata says of it. */
export function markedSourceTypes(document: Document): string[] {
	const parts = [
		...document.querySelectorAll('[itemprop~="digitalSourceType" i]'),
	].slice(0, MOST_SCRIPTS);
	return parts
		.filter(
			(part) =>
				!isMedia(part.closest("[itemscope]")?.getAttribute("itemtype") ?? ""),
		)
		.map(
			(part) =>
				part.getAttribute("content") ??
				part.getAttribute("href") ??
				(part.textContent ?? "").slice(0, MOST_CHARACTERS),
		);
}
