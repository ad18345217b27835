import { notProse } from "./gates.ts";
import { type Heads, headsFor } from "./heads/types.ts";
import { languageOf } from "./language.ts";
import type { LanguageModel } from "./language-model.ts";
import { type Normalised, normalise } from "./normalise.ts";
import { type OneParagraph, oneParagraph } from "./one-paragraph.ts";
import type { Verdict } from "./verdict.ts";
import { isWellKnown } from "./well-known.ts";
import { countWords } from "./words.ts";

/** A passage that passed the gates and may be scored. */
export interface Prepared {
	/** As the page shows it. */
	readonly raw: string;
	readonly normalised: Normalised;
	/** What the language model reads. */
	readonly paragraph: OneParagraph;
	readonly words: number;
	readonly tokens: number;
	readonly language: string;
}

/** The gates before the model, cheapest first: what may be scored, or the verdict that ends it. */
export function prepare(
	raw: string,
	model: LanguageModel,
	heads: Heads,
): Prepared | Verdict {
	const normalised = normalise(raw);
	const { text, hidden } = normalised;
	const words = countWords(text);
	const paragraph = oneParagraph(text);
	const tokens = model.countTokens(paragraph.text);
	if (tokens < heads.minTokens) return { kind: "too-short", words, hidden };
	const form = notProse(raw);
	if (form !== undefined) return { kind: "not-prose", words, hidden, form };
	if (isWellKnown(text)) return { kind: "well-known-text", words, hidden };
	const language = languageOf(text);
	if (!heads.languages.includes(language)) {
		return { kind: "unsupported-language", words, hidden, language };
	}
	if (tokens < headsFor(language, heads).minTokens) {
		return { kind: "too-short", words, hidden };
	}
	return { raw, normalised, paragraph, words, tokens, language };
}
