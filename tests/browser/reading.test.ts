import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../../scripts/browser/find-chromium.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import type { Reading } from "../../src/content/passages.ts";
import { fixtures } from "../content/fixtures.ts";

/** The reader alone, without model or extension: what real styles and layout make of each page. */
const ENTRY = `
	import { readDocument } from "./tests/content/read.ts";
	globalThis.readHere = () => readDocument(window, new AbortController().signal);
`;
declare const readHere: () => Promise<Reading>;

let server: FileServer;
let browser: Browser;
let script: string;

beforeAll(async () => {
	const built = await build({
		stdin: { contents: ENTRY, resolveDir: inRoot(""), loader: "ts" },
		bundle: true,
		format: "iife",
		write: false,
	});
	script = built.outputFiles[0]?.text ?? "";
	server = await serveFiles(inRoot("tests/pages"));
	browser = await chromium.launch({ executablePath: findChromium() });
});

afterAll(async () => {
	await browser.close();
	await server.close();
});

test.each(fixtures())("$slug: a real browser shows the same", async (it) => {
	const page = await browser.newPage();
	const file = `source.${it.xml ? "xhtml" : "html"}`;
	await page.goto(`${server.origin}/${it.slug}/${file}`);
	await page.evaluate(script);
	const read = await page.evaluate(async () => {
		const { passages, disclosures } = await readHere();
		const seen = passages.map(({ text, author }) => ({ text, author }));
		return { passages: seen, disclosures };
	});
	await page.close();
	expect(read.passages.map(({ text }) => text)).toEqual(
		it.passages.map(({ text }) => text),
	);
	const asked = it.passages.map(({ author }) => author);
	expect(
		read.passages.map(({ author }, index) =>
			asked[index] === undefined ? undefined : (author ?? null),
		),
	).toEqual(asked);
	expect(read.disclosures).toEqual(it.disclosures);
});
