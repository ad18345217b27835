/** Words of class names by which mail programs, forums and editors mark what somebody else wrote. */
const QUOTE_CLASS =
	/(?:^|[\s_-])(?:bb|bbcode_?)?(?:quote|quoted|blockquote|quote-?(?:block|body|content|text|container|main|box)|quote(?:header|title))(?:$|\s)/i;
const CITE_PREFIX =
	/(?:^|\s)(?:moz-cite-prefix|gmail_attr|quote-author)(?:$|\s)/i;
/** A longer inline quotation is a text of its own; a shorter one is a part of the sentence around it. */
const LONG_QUOTATION_CHARACTERS = 150;
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
