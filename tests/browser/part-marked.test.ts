import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	askFrom,
	askTab,
	withExtensionPage,
} from "../../scripts/browser/ask.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { markAt, SENSITIVITIES } from "../../src/scoring/band.ts";
import type { PassageReport } from "../../src/shared/messages.ts";
import { demoTexts } from "./demo-texts.ts";
import {
	judgedReport,
	openStage,
	openTab,
	type Stage,
	type Tab,
} from "./harness.ts";

const FOLDER = inRoot(".cache/tests/part-marked-site");

let stage: Stage;
let site: FileServer;
let tab: Tab;
let mixed: PassageReport;

/** A person's text that goes on as a machine's, of which only the latter is marked. */
async function findMixed(): Promise<string> {
	const [people, machines] = await Promise.all([
		demoTexts("human"),
		demoTexts("machine"),
	]);
	return withExtensionPage(stage.browser, async (page) => {
		for (const person of people)
			for (const machine of machines) {
				const text = `${person} ${machine}`;
				const { verdicts } = await askFrom(page, "background.judge", {
					texts: [text],
				});
				const [verdict] = verdicts;
				if (verdict?.kind === "scored" && markAt(verdict, "normal") === "part")
					return text;
			}
		throw new Error("no two texts make one that is marked in part");
	});
}

/** The page's highlights, as text. */
const painted = (): Promise<string[]> =>
	tab.page.evaluate(() =>
		[...CSS.highlights]
			.filter(([name]) => name.startsWith("telltale-passage"))
			.flatMap(([, ranges]) => [...ranges].map(String)),
	);

/** Rests the pointer on the character at `offset` of the paragraph. */
async function pointAt(offset: number): Promise<void> {
	const { x, y } = await tab.page.evaluate((at) => {
		const range = document.createRange();
		const text = document.querySelector("p")?.firstChild ?? document.body;
		range.setStart(text, at);
		range.setEnd(text, at + 1);
		const { left, top, width, height } = range.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2 };
	}, offset);
	await tab.page.mouse.move(x, y);
}

beforeAll(async () => {
	stage = await openStage("part-marked");
	await checkAutomatically(stage.browser, "127.0.0.1");
	await mkdir(FOLDER, { recursive: true });
	const text = (await findMixed()).replace(
		/[&<]/g,
		(it) => `&#${it.charCodeAt(0)};`,
	);
	await writeFile(
		join(FOLDER, "index.html"),
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><p style="max-width: 40em">${text}</p>`,
	);
	site = await serveFiles(FOLDER);
	tab = await openTab(stage.browser, `${site.origin}/`);
	const report = await judgedReport(stage.browser, tab);
	const [first] = report.passageReports;
	if (first === undefined) throw new Error("no passage");
	mixed = first;
});

afterAll(async () => {
	await site.close();
	await stage.close();
});

test("the run alone is painted, and all or nothing of the passage where the sensitivity says so", async () => {
	const { text, verdict, part } = mixed;
	if (verdict?.kind !== "scored" || part === undefined)
		throw new Error("not marked in part");
	expect(part.from).toBeGreaterThan(0);
	const ofMark = {
		whole: [text],
		part: [text.slice(part.from, part.to)],
		none: [],
	};
	for (const sensitivity of [...SENSITIVITIES, "normal"] as const) {
		await askTab(stage.browser, tab.tabId, "page.sensitivity", { sensitivity });
		expect(await painted()).toEqual(ofMark[markAt(verdict, sensitivity)]);
	}
});

test("the pointer opens the card on the run and nowhere else", async () => {
	const card = tab.page.locator("telltale-card");
	const { from = 0 } = mixed.part ?? {};
	await pointAt(from + 5);
	await expect.poll(() => card.count()).toBe(1);
	await pointAt(5);
	await expect.poll(() => card.count()).toBe(0);
});

test("the popup says that it is a part, and of a text in its box which", async () => {
	await withExtensionPage(stage.browser, async (page) => {
		await page.goto(`${stage.browser.origin}/popup/index.html`);
		const said = page.locator("#page-said", {
			hasText: "1 marked. Marked only in part: 1.",
		});
		await said.waitFor();
		expect(await page.isVisible("#share-said")).toBe(false);
		await page.fill("#text", mixed.text);
		await page.locator("mark").first().waitFor();
		expect(await page.locator("#check .said").textContent()).toContain(
			"Only a part",
		);
		const { from = 0, to = 0 } = mixed.part ?? {};
		const run = mixed.text.slice(from, to);
		for (const words of await page.locator("mark").allTextContents())
			expect(run).toContain(words.replace(/^.*? machine-like/, "").trim());
	});
});
