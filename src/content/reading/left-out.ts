/** Elements whose text is no prose of the page, whatever their look. */
const TAGS: ReadonlySet<string> = new Set([
	"script",
	"style",
	"noscript",
	"template",
	"head",
	"title",
	"input",
	"textarea",
	"select",
	"option",
	"datalist",
	"button",
	"label",
	"legend",
	"output",
	"meter",
	"progress",
	"nav",
	"footer",
	"menu",
	"search",
	"svg",
	"math",
	"canvas",
	"iframe",
	"frame",
	"object",
	"embed",
	"audio",
	"video",
	"img",
	"map",
	// Readings above ideographs would double the words.
	"rt",
	"rp",
]);

const ROLES: ReadonlySet<string> = new Set([
	"button",
	"navigation",
	"contentinfo",
	"search",
	"searchbox",
	"textbox",
	"menu",
	"menubar",
	"menuitem",
	"toolbar",
	"tab",
	"tablist",
	"tooltip",
	"combobox",
	"listbox",
	"option",
	"switch",
	"checkbox",
	"radio",
	"slider",
	"spinbutton",
	"progressbar",
	"timer",
	"math",
	"img",
]);

const CONSENT = /(?:^|[^a-z])(?:cookies?|consent|gdpr|ccpa)(?:[^a-z]|$)/i;
const OVERLAY_ROLES: ReadonlySet<string> = new Set([
	"dialog",
	"alertdialog",
	"banner",
	"region",
	"alert",
]);

/** True for text that the reader types: it is judged on request only. */
function isEditable(element: Element): boolean {
	const value = element.getAttribute("contenteditable");
	return value !== null && value.toLowerCase() !== "false";
}

/** A consent banner needs both the words and the position or role; an article about cookies has only the words. */
function isConsentBanner(element: Element, pinned: boolean): boolean {
	if (!pinned && !OVERLAY_ROLES.has(element.getAttribute("role") ?? ""))
		return false;
	const names = `${element.id} ${element.getAttribute("class") ?? ""} ${element.getAttribute("aria-label") ?? ""}`;
	return CONSENT.test(names);
}

/** Preformatted text is code, except where it is the whole page, as when the browser shows a text file. */
function isCodeBlock(element: Element): boolean {
	if (element.localName !== "pre") return false;
	return !(
		element.parentElement?.localName === "body" &&
		element.parentElement.childElementCount === 1
	);
}

/** True when the element and all it holds are left out of passages: code, controls, navigation, editable text. */
export function isLeftOut(
	element: Element,
	{ pinned }: { pinned: boolean },
): boolean {
	return (
		TAGS.has(element.localName) ||
		ROLES.has(element.getAttribute("role") ?? "") ||
		isEditable(element) ||
		isCodeBlock(element) ||
		isConsentBanner(element, pinned)
	);
}
