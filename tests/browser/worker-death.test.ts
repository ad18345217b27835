import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askFrom, askTabFrom } from "../../scripts/browser/ask.ts";
import { openStage, openTab, type Stage } from "./harness.ts";

let stage: Stage;
let helper: Page;

beforeAll(async () => {
	stage = await openStage("worker-death");
	helper = await stage.browser.context.newPage();
	await helper.goto(`${stage.browser.origin}/options/index.html`);
});

afterAll(() => stage.close());

/** Stops the service worker as the browser does after 30 idle seconds, whatever it is doing. */
async function killServiceWorker(): Promise<void> {
	const session = await stage.browser.context.newCDPSession(helper);
	await session.send("ServiceWorker.enable");
	await session.send("ServiceWorker.stopAllWorkers");
	await session.detach();
}

test("the page is judged to the end although the service worker dies in between", async () => {
	const { page, tabId } = await openTab(stage.browser, `${stage.demo.origin}/`);
	await askFrom(helper, "background.warm-up", {});
	await askFrom(helper, "background.check-tab", { tabId, on: true });
	await page.bringToFront();
	const report = () => askTabFrom(helper, tabId, "page.report", {});
	await expect
		.poll(async () => (await report()).state, { timeout: 20_000 })
		.toBe("checking");
	await killServiceWorker();
	await expect
		.poll(async () => (await report()).judged, { timeout: 60_000 })
		.toBeGreaterThan(2);
	await killServiceWorker();
	await expect
		.poll(async () => (await report()).state, { timeout: 120_000 })
		.toBe("done");
	const { judged, passages } = await report();
	expect(judged).toBe(passages);
});
