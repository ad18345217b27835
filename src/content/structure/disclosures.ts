import { MAX_DISCLOSURE_UNITS, MAX_DISCLOSURES } from "../../shared/limits.ts";
import type { Disclosure } from "../../shared/messages.ts";
import {
	isWritingProgram,
	machineSourceType,
	saysMachineMade,
} from "./disclosure-words.ts";
import { linkedSourceTypes, markedSourceTypes } from "./linked-data.ts";

const SOURCE_NAMES =
	/^(?:(?:iptc|iptc4xmpext|dc|schema)[:._-])?digital-?source-?type$/i;
/** The proposed `ai-disclosure` and its relatives. */
const HINT_NAMES =
	/^(?:ai-(?:disclosure|generated|content|content-declaration|assisted|model)|generated-by|content-generator)$/i;
const DENIED = /^(?:none|no|false|0|human|human-only|)$/i;
/** Where labels stand that are no part of the reading. */
const MARGINS =
	'footer, [role="contentinfo"], #footer, [class~="footer" i], [class*="disclosure" i], [class*="disclaimer" i], [class*="ai-label" i], [class*="ai-generated" i]';
const MOST_MARGINS = 20;
const MOST_MARGIN_CHARACTERS = 2_000;

const plain = (text: string): string =>
	text.replace(/\s+/g, " ").trim().slice(0, MAX_DISCLOSURE_UNITS);

function metaDisclosures(document: Document): Disclosure[] {
	const found: Disclosure[] = [];
	for (const meta of document.querySelectorAll("meta[content]")) {
		const name =
			meta.getAttribute("name") ?? meta.getAttribute("property") ?? "";
		const content = plain(meta.getAttribute("content") ?? "");
		const type = SOURCE_NAMES.test(name)
			? machineSourceType(content)
			: undefined;
		if (type !== undefined) found.push({ kind: "source-type", text: type });
		else if (HINT_NAMES.test(name) && !DENIED.test(content))
			found.push({ kind: "declared", text: content });
		else if (/^generator$/i.test(name) && isWritingProgram(content))
			found.push({ kind: "generator", text: content });
	}
	return found;
}

function sourceTypes(document: Document): Disclosure[] {
	return [...linkedSourceTypes(document), ...markedSourceTypes(document)]
		.map(machineSourceType)
		.filter((type) => type !== undefined)
		.map((type) => ({ kind: "source-type", text: type }));
}

function marginLabels(
	document: Document,
	isShown: (element: Element) => boolean,
): string[] {
	const margins = [...document.querySelectorAll(MARGINS)].slice(
		0,
		MOST_MARGINS,
	);
	return margins.flatMap((margin) => {
		const text = margin.textContent ?? "";
		if (text.length > MOST_MARGIN_CHARACTERS || !isShown(margin)) return [];
		return text.split(/(?<=[.!?。！？])\s*|\n/u).filter(saysMachineMade);
	});
}

/**
 * What a page says of itself: that a machine wrote its text, or helped. Page data are never trusted:
 * they are bounded in size and number, and only known terms and short lines are passed on.
 * @param labels short lines met while reading
 */
export function readDisclosures(
	document: Document,
	labels: readonly string[],
	isShown: (element: Element) => boolean,
): Disclosure[] {
	const said = [...labels, ...marginLabels(document, isShown)].map(plain);
	const all: Disclosure[] = [
		...sourceTypes(document),
		...metaDisclosures(document),
		...said.map((text): Disclosure => ({ kind: "label", text })),
	];
	const once = new Map(all.map((it) => [`${it.kind} ${it.text}`, it]));
	return [...once.values()].slice(0, MAX_DISCLOSURES);
}
