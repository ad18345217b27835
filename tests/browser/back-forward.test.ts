import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askTab } from "../../scripts/browser/ask.ts";
import { type FeedPage, type FeedStage, openFeedStage } from "./feed/stage.ts";
import { openTab, type Tab } from "./harness.ts";

/** In the functions below that run inside the page. */
declare const feedPage: FeedPage;

/** Limits, not delays. */
const PATIENCE = { timeout: 15_000, interval: 50 };

let stage: FeedStage;
let tab: Tab;

const marks = (page: Page): Promise<string[]> =>
	page.evaluate(() => feedPage.ourRanges().map(String));

beforeAll(async () => {
	stage = await openFeedStage();
	tab = await openTab(stage.browser, `${stage.server.origin}/feed.html`);
	await tab.page.evaluate(() => {
		addEventListener("pageshow", ({ persisted }) => {
			Reflect.set(globalThis, "kept", persisted);
		});
	});
	await stage.start(tab.tabId);
});

afterAll(() => stage.close());

/** Leaves the page for another one and goes back to it. */
async function leaveAndReturn(page: Page): Promise<void> {
	await page.evaluate(() => Reflect.set(globalThis, "kept", undefined));
	await page.goto(`${stage.server.origin}/other.html`);
	// A page that was kept does not load.
	await page.goBack({ waitUntil: "commit" });
	// The control: the browser has kept the page and not loaded it anew.
	await expect
		.poll(() => page.evaluate(() => Reflect.get(globalThis, "kept")), PATIENCE)
		.toBe(true);
}

const state = async () =>
	(await askTab(stage.browser, tab.tabId, "page.status", {})).state;

test("a page left in the midst of its judging is judged to the end when the reader goes back to it", async () => {
	const { page } = tab;
	await expect
		.poll(async () => (await marks(page)).length, PATIENCE)
		.toBeGreaterThan(2);
	await leaveAndReturn(page);
	await expect.poll(state, PATIENCE).toBe("done");
	expect((await marks(page)).length).toBeGreaterThan(10);
});

test("a page that the reader goes back to is as it was, its marks too, and is followed on", async () => {
	const { page } = tab;
	const before = (await marks(page)).toSorted();
	const judged = (await stage.judged()).length;
	await leaveAndReturn(page);
	expect((await marks(page)).toSorted()).toEqual(before);
	expect((await stage.judged()).length).toBe(judged);
	await page.evaluate(() => {
		const added = document.createElement("p");
		added.textContent = feedPage.textsOf("added", 0).join(" ");
		document.body.prepend(added);
	});
	await expect
		.poll(
			async () =>
				(await marks(page)).some((text) => text.startsWith("robotadded")),
			PATIENCE,
		)
		.toBe(true);
});

test("a page that is stopped after it was gone back to leaves nothing", async () => {
	const { page, tabId } = tab;
	await stage.stop(tabId);
	expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});
