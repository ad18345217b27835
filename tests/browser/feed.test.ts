import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FeedPage, type FeedStage, openFeedStage } from "./feed/stage.ts";
import { openTab, type Tab } from "./harness.ts";

/** In the functions below that run inside the page. */
declare const feedPage: FeedPage;

let stage: FeedStage;
let tab: Tab;
const errors: string[] = [];

/** Limits, not delays. */
const PATIENCE = { timeout: 15_000, interval: 50 };

const html = (page: Page): Promise<string> =>
	page.evaluate(() => document.documentElement.outerHTML);
const marks = (page: Page): Promise<string[]> =>
	page.evaluate(() => feedPage.ourRanges().map(String));
/** True once what is in the page and machine-written is marked, paragraph by paragraph. */
const isMarked = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const marked = feedPage.ourRanges().map(String).sort();
		const wanted = [...document.querySelectorAll(".post p")]
			.map(({ textContent }) => textContent ?? "")
			.filter((text) => text.startsWith("robot"))
			.sort();
		return marked.join("\n") === wanted.join("\n");
	});

beforeAll(async () => {
	stage = await openFeedStage();
	tab = await openTab(stage.browser, `${stage.server.origin}/feed.html`);
	tab.page.on("pageerror", (error) => errors.push(String(error)));
	await stage.start(tab.tabId);
});

afterAll(() => stage.close());

test("a feed of 500 posts in recycled nodes: what stays in view is judged, no mark on a wrong node in any frame", async () => {
	const { page } = tab;
	await expect.poll(() => isMarked(page), PATIENCE).toBe(true);
	await page.evaluate(async () => {
		const rest = (ms: number) =>
			new Promise((resolve) => setTimeout(resolve, ms));
		// Slowly, so that each post just stays in view; then in leaps, with a look here and there.
		await feedPage.glide(250, 20_000);
		for (let leap = 0; leap < 20; leap += 1) {
			await feedPage.glide(12_000, 400);
			await rest(leap % 2 === 0 ? 2_400 : 300);
		}
	});
	const seen = await page.evaluate(() => feedPage.seen);
	const judged = new Set(await stage.judged());
	const unjudged = await page.evaluate(
		(indices) =>
			indices.map((index) => feedPage.textsOf("home", index).join("\n\n")),
		seen.stayed,
	);
	console.log(
		`${seen.frames} frames, ${seen.stayed.length} posts stayed, ${judged.size} texts judged, ` +
			`${seen.wrong.length} wrong marks, ${seen.leaked} leaked, late: ${seen.late.length}`,
	);
	expect(seen.stayed.length).toBeGreaterThan(40);
	expect(unjudged.filter((text) => !judged.has(text))).toEqual([]);
	expect(seen.late).toEqual([]);
	expect(seen.wrong).toEqual([]);
	expect(seen.leaked).toBe(0);
});

test("text that grows word by word is not judged again and again", async () => {
	const { page } = tab;
	await page.evaluate(async () => {
		const answer = document.createElement("div");
		answer.className = "answer";
		document.body.prepend(answer);
		scrollTo(0, 0);
		for (let word = 0; word < 120; word += 1) {
			answer.append(`${word % 4 === 0 ? "robotanswer" : "and then"} `);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	});
	const marked = () =>
		marks(page).then((texts) =>
			texts.some((text) => text.startsWith("robotanswer")),
		);
	await expect.poll(marked, PATIENCE).toBe(true);
	const asked = (await stage.judged()).filter((text) =>
		text.startsWith("robotanswer"),
	);
	console.log(`${asked.length} requests for the growing text`);
	expect(asked.length).toBeLessThanOrEqual(2);
	await page.evaluate(() => document.querySelector(".answer")?.remove());
});

test("a shadow tree attached later and a mere change of style are found after the next scroll", async () => {
	const { page } = tab;
	await page.evaluate(() => {
		const [one, two] = [
			document.createElement("div"),
			document.createElement("div"),
		];
		two.style.visibility = "hidden";
		two.textContent = feedPage.textsOf("veiled", 0).join(" ");
		document.body.prepend(one, two);
	});
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	await page.evaluate(() => {
		const [one, two] = document.body.children;
		if (!(one instanceof HTMLElement) || !(two instanceof HTMLElement)) return;
		const inner = document.createElement("p");
		inner.textContent = feedPage.textsOf("shadow", 0).join(" ");
		one.attachShadow({ mode: "open" }).append(inner);
		two.style.visibility = "visible";
		scrollTo(0, 30);
	});
	const found = async () => {
		const all = (await marks(page)).join("\n");
		return ["robotveiled", "robotshadow"].filter((word) => all.includes(word));
	};
	await expect.poll(found, PATIENCE).toHaveLength(2);
	await page.evaluate(() => {
		document.body.firstElementChild?.remove();
		document.body.firstElementChild?.remove();
		scrollTo(0, 0);
	});
	await expect.poll(() => isMarked(page), PATIENCE).toBe(true);
});

test("after a change of route only the new page is marked, and nothing of the old one is held", async () => {
	const { page } = tab;
	await page.evaluate(() => {
		history.pushState({}, "", "/other");
		feedPage.go("other", 30);
	});
	await expect.poll(() => isMarked(page), PATIENCE).toBe(true);
	const texts = await marks(page);
	expect(texts.length).toBeGreaterThan(0);
	expect(texts.filter((text) => !text.startsWith("robotother"))).toEqual([]);
	expect((await page.evaluate(() => feedPage.seen)).leaked).toBe(0);
});

test("the page is byte for byte that of a browser without the extension, before and after it stops", async () => {
	const { page, tabId } = tab;
	const twin = await openTab(stage.browser, `${stage.server.origin}/feed.html`);
	await twin.page.evaluate(() => {
		history.pushState({}, "", "/other");
		feedPage.go("other", 30);
	});
	const plain = await html(twin.page);
	await twin.page.close();
	await page.bringToFront();
	const sorted = (markup: string) => markup.split("<div").sort().join("\n");
	expect(sorted(await html(page))).toBe(sorted(plain));
	const before = await html(page);
	await stage.stop(tabId);
	expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
	expect(await html(page)).toBe(before);
	expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("a script whose extension is gone takes its marks away without a word", async () => {
	const { page, tabId } = tab;
	await stage.start(tabId);
	await expect.poll(() => isMarked(page), PATIENCE).toBe(true);
	errors.length = 0;
	await stage.reload();
	await expect
		.poll(async () => {
			await page.mouse.wheel(0, 20);
			return page.evaluate(() => CSS.highlights.size);
		}, PATIENCE)
		.toBe(0);
	expect(errors).toEqual([]);
});
