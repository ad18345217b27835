/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/root.ts";
import { catalogue, type Entry, LANGUAGES } from "./fake-messages.ts";

const en = catalogue("en");
const keys = Object.keys(en);

/** Everything that may name a key: sources, markup and the manifest. */
const sources = [
	"manifest.json",
	...readdirSync(inRoot("src"), { recursive: true, encoding: "utf8" })
		.filter((path) => /\.(ts|html)$/.test(path))
		.map((path) => join("src", path)),
].map((path) => readFileSync(inRoot(path), "utf8"));

/** `"key"`, `` `key_${kind}` `` and `__MSG_key__`, the variable part as a pattern. */
function namedKeys(text: string): RegExp[] {
	const literals = text.matchAll(/["'`]([a-z]+_(?:\w|\$\{[^}`]*\})+)["'`]/g);
	const manifest = text.matchAll(/__MSG_(\w+)__/g);
	return [...literals, ...manifest].map(
		([, name = ""]) =>
			new RegExp(`^${name.replace(/\$\{[^}]*\}/g, "[a-z0-9_]+")}$`),
	);
}

const placeholdersOf = ({ message, placeholders = {} }: Entry) => ({
	defined: placeholders,
	used: [...new Set(message.match(/\$\w+\$/g) ?? [])].sort(),
});

test("both languages have the same keys, none empty", () => {
	for (const language of LANGUAGES) {
		const entries = catalogue(language);
		expect(Object.keys(entries).sort()).toEqual([...keys].sort());
		for (const [key, { message }] of Object.entries(entries)) {
			expect(message.trim(), key).not.toBe("");
		}
	}
});

describe.each(keys)("%s", (key) => {
	test("has the same placeholders in both languages, all defined", () => {
		const [first, second] = LANGUAGES.map((language) => {
			const entry = catalogue(language)[key];
			return entry && placeholdersOf(entry);
		});
		expect(second).toEqual(first);
		const names = Object.keys(first?.defined ?? {});
		expect(first?.used).toEqual(
			names.map((name) => `$${name.toUpperCase()}$`).sort(),
		);
	});
});

test("every key is used", () => {
	const used = sources.flatMap(namedKeys);
	const unused = keys.filter((key) => !used.some((name) => name.test(key)));
	expect(unused).toEqual([]);
});

test("every key that markup or the manifest names exists, and markup carries its English text", () => {
	for (const source of sources) {
		for (const [, key = ""] of source.matchAll(/__MSG_(\w+)__/g)) {
			expect(keys).toContain(key);
		}
		for (const [, key = ""] of source.matchAll(/data-i18n-\w+="(\w+)"/g)) {
			expect(keys).toContain(key);
		}
		const texts = source.matchAll(/data-i18n="(\w+)"[^>]*>([^<]*)</g);
		for (const [, key = "", text] of texts) {
			expect(en[key]?.message, key).toBe(text);
		}
	}
});
