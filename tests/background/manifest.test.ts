/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string =>
	readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const text = read("manifest.json");
const manifest: unknown = JSON.parse(text);

it("asks for nothing at install that warns the user", () => {
	expect(manifest).toMatchObject({
		permissions: [
			"activeTab",
			"scripting",
			"storage",
			"contextMenus",
			"offscreen",
		],
		optional_host_permissions: ["<all_urls>"],
	});
	expect(manifest).not.toHaveProperty("host_permissions");
	expect(manifest).not.toHaveProperty("content_scripts");
});

it("opens nothing to web pages", () => {
	expect(manifest).not.toHaveProperty("externally_connectable");
	expect(manifest).not.toHaveProperty("web_accessible_resources");
	expect(manifest).toHaveProperty(
		"content_security_policy.extension_pages",
		"script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
	);
});

it("isolates its pages, so that the model gets threads", () => {
	expect(manifest).toMatchObject({
		cross_origin_embedder_policy: { value: "require-corp" },
		cross_origin_opener_policy: { value: "same-origin" },
	});
});

it("names only files that the sources have", () => {
	const paths = [...text.matchAll(/"([a-z\d/-]+)\.(js|html|png)"/g)].map(
		([, path, kind]) =>
			kind === "png"
				? `${path}.png`
				: `src/${path}.${kind === "js" ? "ts" : kind}`,
	);
	expect(paths.length).toBeGreaterThan(8);
	const missing = paths.filter(
		(path) => !existsSync(new URL(`../../${path}`, import.meta.url)),
	);
	expect(missing).toEqual([]);
});

it.each(["en", "zh_CN"])("has all its words in %s", (language) => {
	const words: unknown = JSON.parse(read(`_locales/${language}/messages.json`));
	for (const [, key] of text.matchAll(/__MSG_(\w+)__/g))
		expect(words).toHaveProperty(String(key));
	expect(words).toHaveProperty("menu_check_selection");
});
