/// <reference types="node" />
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/root.ts";
import type { Language } from "./fake-messages.ts";
import {
	type Look,
	OWN_PAGES,
	type OwnPage,
	type OwnPages,
	ownPages,
} from "./own-pages.ts";
import { TEXT, world } from "./worlds.ts";

/** A browser has to start, on a machine that may be busy. */
const LIMIT_MS = 60_000;
const AXE = readFileSync(inRoot("node_modules/axe-core/axe.min.js"), "utf8");

let pages: OwnPages;
beforeAll(async () => {
	pages = await ownPages();
}, LIMIT_MS);
afterAll(() => pages.close());

/** The page with everything on it that can be: a verdict, the sites, a failed model. */
async function fullPage(
	name: OwnPage,
	look: Look,
	language: Language,
): Promise<Page> {
	const failed = { state: "failed", failure: "out-of-memory" };
	const given = world(
		language,
		look.width === undefined
			? {}
			: {
					ownTab: 8,
					tabs: [{ id: 8 }, { id: 7, url: "https://news.example/" }],
				},
		{ "background.engine-status": failed },
	);
	const page = await pages.open(name, given, look);
	await page.waitForSelector("#engine button:not([hidden])");
	if (name === "viewer") {
		const buffer = Buffer.from(`${TEXT}\n\n${TEXT}`);
		const file = { name: "essay.txt", mimeType: "text/plain", buffer };
		await page.locator("#file").setInputFiles(file);
		await page.waitForSelector("#text p");
	} else if (name === "options") {
		await page.waitForSelector("#chosen li");
		await page.waitForSelector("#sensitivity input");
	} else {
		await page.fill("textarea", TEXT);
		await page.waitForSelector(".copy");
	}
	return page;
}

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	const results = await page.evaluate<AxeResults>("axe.run()");
	expect(results.passes.length).toBeGreaterThan(10);
	return results.violations.flatMap(({ id, nodes }) =>
		nodes.map(
			({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`,
		),
	);
}

const looks: readonly Look[] = [
	{ colorScheme: "light" },
	{ colorScheme: "dark" },
	{ width: 320 },
	{ width: 640, forcedColors: "active" },
];
const cases = OWN_PAGES.flatMap((name) => [
	...looks.map((look) => ({ name, look, language: "en" as const })),
	{ name, look: { width: 320 }, language: "zh_CN" as const },
]);

describe.each(cases)("$name, $language, $look", ({ name, language, look }) => {
	test("breaks no accessibility rule and never scrolls sideways", {
		timeout: LIMIT_MS,
	}, async () => {
		const page = await fullPage(name, look, language);
		expect(await violations(page)).toEqual([]);
		const overhang = await page.evaluate(
			() => document.documentElement.scrollWidth - innerWidth,
		);
		expect(overhang).toBeLessThanOrEqual(0);
		await page.context().close();
	});
});

test("every control of the popup is reached by the Tab key, in order, with a visible focus", {
	timeout: LIMIT_MS,
}, async () => {
	const page = await fullPage("popup", {}, "en");
	const reached: string[] = [];
	for (;;) {
		await page.keyboard.press("Tab");
		const at = await page.evaluate(() => {
			const { activeElement: element } = document;
			if (!(element instanceof HTMLElement) || element === document.body)
				return undefined;
			const { outlineStyle, outlineWidth } = getComputedStyle(element);
			const seen = outlineStyle !== "none" && outlineWidth !== "0px";
			return `${element.id || element.className || element.textContent}${seen ? "" : " (no focus ring)"}`;
		});
		if (at === undefined) continue; // past the end: the browser itself
		if (reached.includes(at)) break;
		reached.push(at);
	}
	expect(reached).toEqual([
		"copy",
		"Try again",
		"open-file",
		"options",
		"turn",
		"previous",
		"next",
		"site-on",
		"text",
	]);
});
