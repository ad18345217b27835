/** Words of class names by which mail programs, forums and editors mark what somebody else wrote. */
const QUOTE_CLASS =
	/(?:^|[\s_-])(?:bb|bbcode_?)?(?:quote|quoted|blockquote|quote-?(?:block|body|content|text|container|main|box)|quote(?:header|title))(?:$|\s)/i;
const CITE_PREFIX =
	/(?:^|\s)(?:moz-cite-prefix|gmail_attr|quote-author)(?:$|\s)/i;
/** A longer inline quotation is a text of its own; a shorter one is a part of the sentence around it. */
const LONG_QUOTATION_CHARACTERS = 150;
/** Pages also indent their own text as quotations: what is most of a unit is no quotation. */
const MOST_SHARE = 0.75;
const NEVER: ReadonlySet<string> = new Set(["a", "body", "main", "article"]);

const lengthOf = (element: Element): number => element.textContent?.length ?? 0;

/** True for an element that holds what another person said, by its tag or class. */
export function isQuote(element: Element): boolean {
	if (element.localName === "blockquote") return true;
	if (element.localName === "q")
		return lengthOf(element) > LONG_QUOTATION_CHARACTERS;
	if (NEVER.has(element.localName)) return false;
	const names = element.getAttribute("class") ?? "";
	return names !== "" && (QUOTE_CLASS.test(names) || CITE_PREFIX.test(names));
}

/** Tells, for one reading, quotations that can be left out: those that are not most of what their unit holds. */
export function createQuoteTest(): (
	element: Element,
	unit: Element,
) => boolean {
	const lengths = new Map<Element, number>();
	return (element, unit) => {
		if (!isQuote(element)) return false;
		const whole = lengths.get(unit) ?? lengthOf(unit);
		lengths.set(unit, whole);
		return lengthOf(element) <= MOST_SHARE * whole;
	};
}
