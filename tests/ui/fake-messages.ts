/// <reference types="node" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MessageSource } from "../../src/shared/ui/i18n.ts";

export const LANGUAGES = ["en", "zh_CN"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Entry {
	readonly message: string;
	readonly description?: string;
	readonly placeholders?: Readonly<
		Record<string, { readonly content: string }>
	>;
}

/** The catalogue of one language, as committed. */
export const catalogue = (language: Language): Record<string, Entry> =>
	JSON.parse(
		readFileSync(
			join(import.meta.dirname, `../../_locales/${language}/messages.json`),
			"utf8",
		),
	);

/** `browser.i18n` as the browsers implement it, on the committed catalogue. */
export function fakeMessages(language: Language): MessageSource {
	const entries = catalogue(language);
	return {
		getMessage(key, substitutions = []) {
			const entry = entries[key];
			if (entry === undefined) return "";
			const positional = (text: string) =>
				text.replace(
					/\$([1-9])/g,
					(_, n) => substitutions[Number(n) - 1] ?? "",
				);
			return entry.message.replace(
				/\$(\w+)\$|\$\$/g,
				(whole, name: string | undefined) =>
					name === undefined
						? "$"
						: positional(
								entry.placeholders?.[name.toLowerCase()]?.content ?? whole,
							),
			);
		},
	};
}
