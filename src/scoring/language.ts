import { FUNCTION_WORDS } from "./language/function-words.ts";
import { scriptLanguage } from "./language/scripts.ts";

/** Languages that share a word share its vote: "de" alone says little between French and Spanish. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, list] of Object.entries(FUNCTION_WORDS)) {
	for (const word of new Set(list.split(" "))) {
		LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
	}
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['\u2019]\p{L}+)*/gu;
/** The share of running text that the lists cover is .3 to .6; names and headings stay below. */
const LEAST_SHARE = 0.12;
/** English words of foreign text (titles, quotes) must not win by a hair: the best needs this lead. */
const LEAST_LEAD = 1.3;
/** Words looked at; more changes nothing. */
const MOST_WORDS = 2000;

/**
 * BCP 47 tag of the language of a text; `und` when unsure. Script first, then, for Latin letters,
 * the language whose function words cover most of it. Made for 25 words and more.
 */
export function languageOf(text: string): string {
	const script = scriptLanguage(text);
	return script === "latn" ? latinLanguage(text) : script;
}

function latinLanguage(text: string): string {
	const votes = new Map<string, number>();
	let words = 0;
	for (const [word] of text.matchAll(WORD)) {
		if (++words > MOST_WORDS) break;
		const key = word.toLowerCase().replace("\u2019", "'");
		const languages = LANGUAGES_OF.get(key) ?? [];
		for (const language of languages) {
			const vote = 1 / Math.sqrt(languages.length);
			votes.set(language, (votes.get(language) ?? 0) + vote);
		}
	}
	const ranking = [...votes].sort((one, other) => other[1] - one[1]);
	const [language, best] = ranking[0] ?? ["und", 0];
	const second = ranking[1]?.[1] ?? 0;
	const isSure = best >= LEAST_SHARE * words && best >= LEAST_LEAD * second;
	if (isSure) return language;
	const isNordic = language === "da" || language === "no";
	return isNordic && best >= LEAST_SHARE * words ? language : "und";
}
