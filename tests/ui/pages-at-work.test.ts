import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FakeWorld } from "./fake-browser.ts";
import { type OwnPage, type OwnPages, ownPages } from "./own-pages.ts";
import { TEXT, world } from "./worlds.ts";

/** A browser has to start, on a machine that may be busy. */
const LIMIT_MS = 60_000;
const options = { timeout: LIMIT_MS };

let pages: OwnPages;
beforeAll(async () => {
	pages = await ownPages();
}, LIMIT_MS);
afterAll(() => pages.close());

const open = (
	name: OwnPage,
	changes: Partial<FakeWorld> = {},
	answers: FakeWorld["answers"] = {},
): Promise<Page> => pages.open(name, world("en", changes, answers));

const stored = (page: Page, key: string): Promise<unknown> =>
	page.evaluate(`browser.stored.settings[${JSON.stringify(key)}]`);
const asked = async (page: Page): Promise<string> =>
	JSON.stringify(await page.evaluate("browser.asked"));
const saying = (page: Page, selector: string, text: string) =>
	page.locator(selector, { hasText: text }).waitFor();

test("popup: from mark to mark, then stop", options, async () => {
	const page = await open("popup");
	await saying(page, "#page-said", "9 of 24 passages, 3 marked");
	await page.click("#next");
	await saying(page, "#place", "2 of 3");
	await page.click("#turn");
	await expect.poll(() => asked(page)).toContain('"on":false');
});

test(
	"popup: a checked page and its frames are one report, with the share of it",
	options,
	async () => {
		const done = (frameId: number, marked: number) => ({
			frameId,
			status: {
				state: "done",
				passages: 6,
				judged: 6,
				marked,
				unmarked: { unclear: 1, humanLike: 5 - marked, unscored: 0 },
			},
		});
		const machine = { words: 100, pValue: 0.0005 };
		const human = { words: 100, pValue: 0.6 };
		const page = await open(
			"popup",
			{},
			{
				"background.frames": { frames: [done(0, 3), done(4, 2)] },
				"page.measures": { passages: [machine, human, { words: 50 }] },
			},
		);
		await saying(page, "#page-said", "12 passages checked, 5 marked");
		await saying(page, "#unmarked-said", "2 unclear, 5 human-like");
		await saying(page, "#share-said", "40%");
		await saying(page, "#share-note", "weighed together");
		expect(await page.isVisible("progress")).toBe(false);
	},
);

test(
	"popup: a page that is not checked yet is, on a click",
	options,
	async () => {
		const page = await open(
			"popup",
			{},
			{ "background.frames": { frames: [] } },
		);
		await saying(page, "#page-said", "Not checked.");
		expect(await page.isVisible("#marks")).toBe(false);
		await page.click("#turn");
		await expect.poll(() => asked(page)).toContain('"on":true');
		expect(await asked(page)).not.toContain("origins");
	},
);

test(
	"popup: a PDF is offered by what it is, whatever its address",
	options,
	async () => {
		const page = await open("popup", { contentType: "application/pdf" });
		await page.waitForSelector("#pdf:not([hidden])");
		const other = await open("popup");
		await saying(other, "#page-said", "9 of 24 passages");
		expect(await other.isVisible("#pdf")).toBe(false);
	},
);

test(
	"popup: a page of the browser's own gets a sentence and no button",
	options,
	async () => {
		const page = await open("popup", {
			tabs: [{ id: 7, url: "chrome://settings/" }],
		});
		await saying(page, "#page-said", "no extension read this page");
		expect(await page.isVisible("#turn")).toBe(false);
		expect(await page.isVisible("#site")).toBe(false);
	},
);

test(
	"popup: the switch asks for this site alone, and goes back when refused",
	options,
	async () => {
		for (const grants of [true, false]) {
			const page = await open("popup", { grants, granted: [] });
			await page.waitForSelector("#site-on");
			await page.click("#site-on");
			await expect
				.poll(() => asked(page))
				.toContain('{"origins":["*://news.example/*"]}');
			await saying(page, "#site-said", grants ? "From now on" : "Not changed");
			expect(await page.isChecked("#site-on")).toBe(grants);
			expect(await stored(page, "mode")).toBe(
				grants ? "chosen-sites" : "on-click",
			);
		}
	},
);

test(
	"popup: a failed model says what to do, for the text too, and is tried again",
	options,
	async () => {
		const failure = { failure: "model-missing" };
		const page = await open(
			"popup",
			{},
			{
				"background.engine-status": { state: "failed", ...failure },
				"background.warm-up": { state: "loading", progress: 0.4 },
				"background.judge": failure,
			},
		);
		await page.fill("#text", TEXT);
		await saying(page, "#check .said", "Reinstall");
		await saying(page, "#engine [role=status]", "Reinstall");
		await page.click("#engine button");
		await saying(page, "#engine [role=status]", "Loading: 40%");
		expect(await page.isVisible("#engine progress")).toBe(true);
	},
);

test(
	"popup: the text is shown as text, whatever is in it",
	options,
	async () => {
		const page = await open("popup");
		await page.fill(
			"#text",
			`<img src=x onerror="document.title='broken'">${TEXT}`,
		);
		await page.waitForSelector(".copy");
		expect(await page.textContent(".copy")).toContain("<img src=x");
		expect(await page.locator(".copy img").count()).toBe(0);
	},
);

test(
	"options: all sites is asked for, and goes back when refused",
	options,
	async () => {
		const page = await open("options", { grants: false, granted: [] });
		await page.click("#mode-all-sites");
		await saying(page, "#mode [role=status]", "Not changed");
		expect(await page.isChecked("#mode-on-click")).toBe(true);
		expect(await stored(page, "mode")).toBe("on-click");
	},
);

test(
	"options: a permission that the browser withdrew is told",
	options,
	async () => {
		const settings = { mode: "all-sites" };
		const page = await open("options", { settings, granted: ["*://*/*"] });
		await page.waitForSelector("#mode-all-sites:checked");
		expect(await page.isVisible(".notice")).toBe(false);
		await page.evaluate("browser.permissions.remove({ origins: ['*://*/*'] })");
		await page.waitForSelector(".notice:visible");
		await page.click(".notice button");
		await page.waitForSelector(".notice", { state: "hidden" });
	},
);

test(
	"options: sites are added by name or address, and removed",
	options,
	async () => {
		const page = await open("options");
		await page.waitForSelector("#excluded li");
		await page.fill("#excluded-site", "not a site");
		await page.press("#excluded-site", "Enter");
		await saying(page, "#excluded-said", "not the name of a site");
		await page.fill("#excluded-site", "https://News.example/today");
		await page.press("#excluded-site", "Enter");
		await saying(page, "#excluded li", "news.example");
		expect(await stored(page, "excludedSites")).toEqual([
			"bank.example",
			"news.example",
		]);
		expect(await stored(page, "chosenSites")).toEqual([
			"xn--bcher-kva.example",
		]);
		await page.click("[aria-label='Remove bank.example']");
		await expect
			.poll(() => stored(page, "excludedSites"))
			.toEqual(["news.example"]);
	},
);

test(
	"options: the sensitivity is kept and told to open pages",
	options,
	async () => {
		const page = await open("options");
		await page.click("#sensitivity-low");
		await expect.poll(() => stored(page, "sensitivity")).toBe("low");
		await expect
			.poll(() => asked(page))
			.toContain("background.settings-changed");
	},
);

test("welcome: a sample is judged on the spot", options, async () => {
	const page = await open("welcome");
	await page.click("#human");
	await page.waitForSelector(".facts");
	expect(await asked(page)).toContain("tortillas");
});
