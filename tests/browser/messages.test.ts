import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { askFrom } from "../../scripts/browser/ask.ts";
import { openStage, type Stage } from "./harness.ts";

/** In the functions below that run inside the browser. */
declare const chrome: Browser;

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await openStage("messages");
	page = await stage.browser.context.newPage();
	await page.goto(`${stage.browser.origin}/options/index.html`);
});

afterAll(() => stage.close());

const post = (message: unknown): Promise<unknown> =>
	page.evaluate(
		(value) => chrome.runtime.sendMessage(value).catch(() => "nobody"),
		message,
	);

test.each([
	{ name: "background.judge", ask: { texts: 5 } },
	{ name: "background.judge", ask: { texts: ["a", null] } },
	{ name: "background.judge", ask: null },
	{ name: "background.check-tab", ask: { tabId: "1", on: true } },
	{ name: "background.page-status", ask: { state: "perhaps" } },
])("refuses %o as malformed", async (message) => {
	expect(await post(message)).toMatchObject({
		ok: false,
		failure: "bad-request",
	});
});

test.each([
	{ name: "background.unheard-of", ask: {} },
	{ name: 7, ask: {} },
	"text",
	{ ask: { texts: [] } },
])("does not answer %o", async (message) => {
	const reply = await post(message);
	expect(reply === "nobody" || reply === undefined || reply === null).toBe(
		true,
	);
});

test("answers a proper request after all of them", async () => {
	const { verdicts } = await askFrom(page, "background.judge", {
		texts: ["Too short."],
	});
	expect(verdicts).toMatchObject([{ kind: "too-short", words: 2 }]);
});
