import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askFrom, tabIdOf } from "../../scripts/browser/ask.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { wholePage } from "../../src/shared/frames.ts";
import { demoTexts } from "./demo-texts.ts";
import { openStage, type Stage } from "./harness.ts";

/** The first answer also waits for the model to load. */
const PATIENCE = { timeout: 90_000, interval: 200 };
const FOLDER = inRoot(".cache/tests/frames-site");

let stage: Stage;
let near: FileServer;
let far: FileServer;
let helper: Page;
let page: Page;
let tabId: number;

const pageOf = (...body: readonly string[]): string =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><body>${body.join("\n")}</body></html>`;
const paragraph = (text: string): string =>
	`<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
const frame = (url: string): string =>
	`<div style="height: 1500px"></div><iframe src="${url}" width="900" height="500"></iframe>`;

async function machineTexts(count: number): Promise<readonly string[]> {
	const texts = await demoTexts("machine");
	const { verdicts } = await askFrom(helper, "background.judge", { texts });
	return texts
		.filter((_text, index) => {
			const verdict = verdicts[index];
			return verdict?.kind === "scored" && verdict.band === "machine-like";
		})
		.slice(0, count);
}

/** Stops the service worker as the browser does after 30 idle seconds. */
async function killServiceWorker(): Promise<void> {
	const session = await stage.browser.context.newCDPSession(helper);
	await session.send("ServiceWorker.enable");
	await session.send("ServiceWorker.stopAllWorkers");
	await session.detach();
}

const frames = async () =>
	(await askFrom(helper, "background.frames", { tabId })).frames;
const whole = async () => wholePage(await frames());
const go = (to: "next" | "previous") =>
	askFrom(helper, "background.go", { tabId, to });

beforeAll(async () => {
	stage = await openStage("frames");
	helper = await stage.browser.context.newPage();
	await helper.goto(`${stage.browser.origin}/options/index.html`);
	await checkAutomatically(stage.browser, "127.0.0.1");
	const [one = "", two = "", three = "", four = ""] = await machineTexts(4);
	const [human = ""] = await demoTexts("human");
	await mkdir(FOLDER, { recursive: true });
	near = await serveFiles(FOLDER);
	far = await serveFiles(FOLDER);
	const write = (name: string, text: string) =>
		writeFile(join(FOLDER, name), text);
	await write("same.html", pageOf(paragraph(two)));
	await write("far.html", pageOf(paragraph(three), paragraph(human)));
	await write(
		"top.html",
		pageOf(
			paragraph(one),
			frame("same.html"),
			frame(`${far.origin}/far.html`),
			`<iframe srcdoc="${paragraph(four).replaceAll('"', "&quot;")}" width="900" height="400"></iframe>`,
		),
	);
	page = await stage.browser.context.newPage();
	await killServiceWorker();
	await page.goto(`${near.origin}/top.html`);
	await page.bringToFront();
	tabId = await tabIdOf(stage.browser, page.url());
});

afterAll(async () => {
	await near.close();
	await far.close();
	await stage.close();
});

test("a page opened while the background sleeps is checked in every frame, as one report", async () => {
	await expect.poll(async () => (await frames()).length, PATIENCE).toBe(4);
	await expect.poll(async () => (await whole())?.state, PATIENCE).toBe("done");
	expect(await whole()).toMatchObject({ passages: 5, judged: 5, marked: 4 });
});

test("the walk leads through the marks of every frame, and scrolls the page to them", async () => {
	const tops: number[] = [];
	for (const index of [0, 1, 2, 3, 0]) {
		expect(await go("next")).toEqual({ index, of: 4 });
		tops.push(await page.evaluate(() => Math.round(scrollY)));
	}
	const [first = 0, second = 0, third = 0, , again = 0] = tops;
	expect(second).toBeGreaterThan(first + 500);
	expect(third).toBeGreaterThan(second + 500);
	expect(again).toBe(first);
	expect(await go("previous")).toEqual({ index: 3, of: 4 });
	expect(await page.locator("telltale-card").count()).toBe(0);
	await page.mouse.click(5, 5);
});

test("the popup says it of the whole page, with the share of it", async () => {
	const popup = await stage.browser.context.newPage();
	await popup.goto(`${stage.browser.origin}/popup/index.html`);
	const said = (id: string) => popup.locator(id).textContent();
	await expect
		.poll(() => said("#page-said"), PATIENCE)
		.toContain("5 passages checked, 4 marked");
	expect(await said("#unmarked-said")).toMatch(/\d unclear, \d human-like/);
	await expect.poll(() => said("#share-said"), PATIENCE).toMatch(/\d\d%/);
	await popup.locator("#next").click();
	await expect.poll(() => said("#place"), PATIENCE).toMatch(/of 4/);
	await popup.close();
	await page.bringToFront();
});

test("a frame that is taken out counts no more, nor does one that goes elsewhere", async () => {
	await page.evaluate(() => document.querySelector("iframe")?.remove());
	await expect.poll(async () => (await whole())?.marked, PATIENCE).toBe(3);
	expect((await frames()).length).toBe(3);
	await page.evaluate(() => {
		const left = document.querySelector("iframe");
		if (left !== null) left.src = "about:blank";
	});
	await expect.poll(async () => (await whole())?.marked, PATIENCE).toBe(2);
});

test("“stop” ends it in every frame", async () => {
	await askFrom(helper, "background.check-tab", { tabId, on: false });
	await expect.poll(frames, PATIENCE).toEqual([]);
	expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});
