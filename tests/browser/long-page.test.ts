import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askTab } from "../../scripts/browser/ask.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { type LongPage, longPage } from "../content/long-page.ts";
import { type FeedStage, openFeedStage } from "./feed/stage.ts";
import { openTab, type Tab } from "./harness.ts";

const FOLDER = inRoot(".cache/tests/long-page");
/** Limits, not delays. */
const PATIENCE = { timeout: 60_000, interval: 50 };
/** Texts asked for after a jump that may still be from before it: one request was under way. */
const UNDER_WAY = 4;

let stage: FeedStage;
let server: FileServer;
let book: LongPage;
let tab: Tab;
let before: string;

const html = (page: Page): Promise<string> =>
	page.evaluate(() => document.documentElement.outerHTML);
const note = (page: Page): Promise<number> =>
	page.locator("telltale-progress").count();
/** Paragraphs at least partly in the window, by number. */
const inView = (page: Page): Promise<number[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll("p")].flatMap((it, index) => {
			const { top, bottom } = it.getBoundingClientRect();
			return bottom > 0 && top < innerHeight ? [index] : [];
		}),
	);
const report = () => askTab(stage.browser, tab.tabId, "page.report", {});
/** Numbers of the paragraphs that a judged text holds. */
const numbersIn = (text: string): number[] =>
	[...text.matchAll(/number (\d+) of the book/g)].map(
		([, number]) => Number(number) - 1,
	);

beforeAll(async () => {
	book = longPage(20_000);
	await mkdir(FOLDER, { recursive: true });
	await writeFile(`${FOLDER}/book.html`, book.html);
	server = await serveFiles(FOLDER);
	stage = await openFeedStage();
	tab = await openTab(stage.browser, `${server.origin}/book.html`);
	before = await html(tab.page);
});

afterAll(async () => {
	await stage.close();
	await server.close();
});

test("what is in view is judged first, also after a jump into the middle", async () => {
	const { page } = tab;
	expect(book.words).toBeGreaterThanOrEqual(20_000);
	const seen = await inView(page);
	await stage.start(tab.tabId);
	await expect
		.poll(async () => (await stage.judged()).length, PATIENCE)
		.toBeGreaterThan(1);
	const [first = ""] = await stage.judged();
	expect(seen).toEqual(expect.arrayContaining(numbersIn(first).slice(0, 1)));
	await page.evaluate(() =>
		scrollTo(0, document.documentElement.scrollHeight * 0.6),
	);
	const jumped = (await stage.judged()).length;
	const middle = await inView(page);
	const since = async () =>
		(await stage.judged()).slice(jumped).flatMap(numbersIn);
	await expect
		.poll(async () => {
			const found = new Set(await since());
			return middle.every((index) => found.has(index));
		}, PATIENCE)
		.toBe(true);
	// Little else was judged between the jump and the last of what is in view.
	const order = await since();
	const last = Math.max(...middle.map((index) => order.indexOf(index)));
	const others = order
		.slice(0, last)
		.filter((index) => !middle.includes(index));
	expect(others.length).toBeLessThanOrEqual(3 * UNDER_WAY);
});

test("its progress is seen meanwhile, in one element of ours", async () => {
	const { page } = tab;
	await expect.poll(() => note(page), PATIENCE).toBe(1);
	expect((await report()).state).toBe("checking");
	const markup = await html(page);
	expect(markup.replace("<telltale-progress></telltale-progress>", "")).toBe(
		before,
	);
	expect(
		await page.evaluate(
			() => document.querySelector("telltale-progress")?.shadowRoot,
		),
	).toBeNull();
});

test("in the end all of it is judged, and the note goes", async () => {
	const { page } = tab;
	await expect.poll(async () => (await report()).state, PATIENCE).toBe("done");
	const { passages, judged, passageReports } = await report();
	expect(judged).toBe(passages);
	const read = new Set(passageReports.flatMap(({ text }) => numbersIn(text)));
	expect(read.size).toBe(book.paragraphs.length);
	await expect.poll(() => note(page), PATIENCE).toBe(0);
	expect(await html(page)).toBe(before);
});

test("“stop” takes the note away too", async () => {
	const { page } = tab;
	await stage.start(tab.tabId);
	await expect.poll(() => note(page), PATIENCE).toBe(1);
	await stage.stop(tab.tabId);
	expect(await note(page)).toBe(0);
	expect(await html(page)).toBe(before);
});
