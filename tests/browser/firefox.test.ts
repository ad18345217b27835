import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { buildExtension } from "../../scripts/build/extension.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import type { PageStatus } from "../../src/shared/messages.ts";
import { type Firefox, findFirefox, launchFirefox } from "./firefox/launch.ts";
import { askFromTab, type FirefoxTab, openTab } from "./firefox/tab.ts";

/** Limits, not delays; the first answer also waits for the model to load. */
const PATIENCE = { timeout: 150_000, interval: 500 };
const PASSAGES = 16;
/** Of the eight machine-written passages. */
const LEAST_MARKED = 6;

const program = findFirefox();
if (program === undefined)
	console.warn("No Firefox of 140 or newer: it is not tested here.");

describe.skipIf(program === undefined)("in Firefox", () => {
	let firefox: Firefox;
	let demo: FileServer;
	let helper: FirefoxTab;
	let page: FirefoxTab;
	let tabId: number;
	let before: unknown;

	const html = () => page.evaluate("document.documentElement.outerHTML");
	const frames = async () =>
		(await askFromTab(helper, "background.frames", { tabId })).frames;
	const status = async (): Promise<PageStatus | undefined> =>
		(await frames())[0]?.status;
	const tabOf = (url: string) =>
		helper.evaluate(
			`browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.startsWith(${JSON.stringify(url)}))?.id)`,
		);

	beforeAll(async () => {
		const extension = inRoot(".cache/tests/firefox");
		await buildExtension({
			outDir: extension,
			hostPermissions: ["*://127.0.0.1/*"],
		});
		demo = await serveFiles(inRoot("demo"));
		firefox = await launchFirefox(program ?? "", extension);
		helper = await openTab(firefox);
		page = await openTab(firefox);
		await helper.open(`${firefox.origin}/options/index.html`);
		await page.open(`${demo.origin}/`);
		before = await html();
		const settings = { mode: "chosen-sites", chosenSites: ["127.0.0.1"] };
		await helper.evaluate(
			`browser.storage.local.set(${JSON.stringify({ settings })})`,
		);
		await askFromTab(helper, "background.settings-changed", {});
		await page.toFront();
		// Anew, so that the page itself loads the starter.
		await page.open(`${demo.origin}/`);
		tabId = Number(await tabOf(demo.origin));
	});

	afterAll(async () => {
		await firefox?.close();
		await demo?.close();
	});

	test("the demo page is judged by the model in the background page, and marked", async () => {
		await expect
			.poll(async () => (await status())?.state, PATIENCE)
			.toBe("done");
		const { passages, judged, marked } = (await status()) ?? {};
		expect([passages, judged]).toEqual([PASSAGES, PASSAGES]);
		expect(marked).toBeGreaterThanOrEqual(LEAST_MARKED);
		expect(marked).toBeLessThanOrEqual(PASSAGES / 2);
		expect(await html()).toBe(before);
		const size = await page.evaluate("CSS.highlights.size");
		expect(size).toBeGreaterThan(0);
	});

	test("the walk leads from mark to mark, with a card at each", async () => {
		const of = (await status())?.marked;
		for (const index of [0, 1]) {
			const place = await askFromTab(helper, "background.go", {
				tabId,
				to: "next",
			});
			const seen = JSON.stringify(await frames());
			expect(place, `with frames ${seen}`).toEqual({ index, of });
		}
		const cards = "document.querySelectorAll('telltale-card').length";
		expect(await page.evaluate(cards)).toBe(1);
	});

	test("“stop” leaves nothing behind", async () => {
		await askFromTab(helper, "background.check-tab", { tabId, on: false });
		expect(await page.evaluate("CSS.highlights.size")).toBe(0);
		expect(await html()).toBe(before);
		expect(await frames()).toEqual([]);
	});

	test("the viewer is checked by the same script", async () => {
		const viewer = await openTab(firefox);
		await viewer.open(`${firefox.origin}/viewer/index.html`);
		tabId = Number(await tabOf(`${firefox.origin}/viewer`));
		await askFromTab(helper, "background.check-tab", { tabId, on: true });
		await viewer.toFront();
		await expect
			.poll(async () => (await status())?.state, PATIENCE)
			.toBe("done");
	});
});
