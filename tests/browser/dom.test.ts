import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askFrom, withExtensionPage } from "../../scripts/browser/ask.ts";
import type { PageReport } from "../../src/shared/messages.ts";
import { markedIds } from "./demo-marks.ts";
import {
	judgedReport,
	openStage,
	openTab,
	type Stage,
	type Tab,
} from "./harness.ts";

let stage: Stage;
let tab: Tab;
let before: string;
let report: PageReport;

const html = (page: Page): Promise<string> =>
	page.evaluate(() => document.documentElement.outerHTML);

const highlights = (page: Page): Promise<number> =>
	page.evaluate(() => CSS.highlights.size);

const check = (on: boolean): Promise<unknown> =>
	withExtensionPage(stage.browser, (page) =>
		askFrom(page, "background.check-tab", { tabId: tab.tabId, on }),
	).then(() => tab.page.bringToFront());

beforeAll(async () => {
	stage = await openStage("dom");
	tab = await openTab(stage.browser, `${stage.demo.origin}/`);
	before = await html(tab.page);
	expect(await highlights(tab.page)).toBe(0);
	await check(true);
	report = await judgedReport(stage.browser, tab);
});

afterAll(() => stage.close());

test("while marked, the page's elements are what they were, byte for byte", async () => {
	expect(await highlights(tab.page)).toBeGreaterThan(0);
	expect(await html(tab.page)).toBe(before);
});

test("the pointer on a mark opens the card, and closing it takes its one element away", async () => {
	const [id] = await markedIds(tab.page, report);
	const marked = tab.page.locator(
		`[data-passage-id="${id}"] p:not(.kicker) >> nth=0`,
	);
	await marked.scrollIntoViewIfNeeded();
	await marked.hover({ position: { x: 40, y: 12 } });
	const card = tab.page.locator("telltale-card");
	await expect.poll(() => card.count()).toBe(1);
	await tab.page.keyboard.press("Escape");
	await expect.poll(() => card.count()).toBe(0);
	expect(await html(tab.page)).toBe(before);
});

test("after “stop”, no mark and no style is left behind", async () => {
	await check(false);
	await expect.poll(() => highlights(tab.page)).toBe(0);
	expect(await html(tab.page)).toBe(before);
	expect(
		await tab.page.evaluate(() => document.adoptedStyleSheets.length),
	).toBe(0);
});

test("it can be checked again", async () => {
	await check(true);
	const again = await judgedReport(stage.browser, tab);
	expect(again.marked).toBeGreaterThan(0);
	expect(await html(tab.page)).toBe(before);
});
