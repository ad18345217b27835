import type messages from "../../../_locales/en/messages.json";

/** Every key of `_locales`; a key that English lacks does not compile. */
export type MessageKey = keyof typeof messages;

/** The part of the browser's `i18n` that is used; the entry of each context hands it in. */
export interface MessageSource {
	getMessage(key: string, substitutions?: string[]): string;
}

let source: MessageSource | undefined;

/** Call once, first thing in an entry: `provideMessages(browser.i18n)`. */
export function provideMessages(given: MessageSource): void {
	source = given;
}

/**
 * The text of a key in the user's language, its placeholders filled in order.
 * A key that the catalogue lacks comes back as itself, so that a gap is seen and not silent.
 */
export function message(
	key: MessageKey,
	...substitutions: (string | number)[]
): string {
	return source?.getMessage(key, substitutions.map(String)) || key;
}

/** BCP 47 tag of the catalogue in use: numbers and lists follow the words around them, not the browser. */
export const interfaceLanguage = (): string => {
	const tag = message("interface_language");
	return tag === "interface_language" ? "en" : tag;
};

/** The plural form of a count, to be put into a key: `message(`card_words_${pluralOf(n)}`, n)`. */
export const pluralOf = (count: number): "one" | "other" =>
	new Intl.PluralRules(interfaceLanguage()).select(count) === "one"
		? "one"
		: "other";

/** Markup attribute that names a key → where its text goes. */
const TARGETS: Readonly<Record<string, string | undefined>> = {
	"data-i18n": undefined,
	"data-i18n-label": "aria-label",
	"data-i18n-placeholder": "placeholder",
	"data-i18n-title": "title",
};

/** Fills a page of ours: `data-i18n="key"` sets the text, `data-i18n-label` and so on the attribute. */
export function localise(page: Document): void {
	page.documentElement.lang = interfaceLanguage();
	for (const [marker, attribute] of Object.entries(TARGETS)) {
		for (const element of page.querySelectorAll(`[${marker}]`)) {
			const text = message(element.getAttribute(marker) as MessageKey);
			if (attribute === undefined) element.textContent = text;
			else element.setAttribute(attribute, text);
		}
	}
}
