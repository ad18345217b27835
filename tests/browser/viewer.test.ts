import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { askFrom } from "../../scripts/browser/ask.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { column, makePdf } from "../viewer/make-pdf.ts";
import { demoTexts } from "./demo-texts.ts";
import { judgedReport, openStage, type Stage } from "./harness.ts";

/** Lines as a typesetter would break them. */
const wrapped = (text: string): string[] =>
	text.match(/.{1,88}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];

let stage: Stage;
let files: FileServer;
let plain: Server;
let path: string;
let words: string;

beforeAll(async () => {
	stage = await openStage("viewer");
	const [machine = ""] = await demoTexts("machine");
	words = machine.replace(/[^\x20-\x7e]/g, "'").slice(0, 60);
	path = join(stage.extension, "../viewer-paper.pdf");
	const lines = wrapped(machine.replace(/[^\x20-\x7e]/g, "'"));
	await writeFile(path, makePdf([column(lines)]));
	files = await serveFiles(inRoot(".cache/tests"));
	const bytes = await readFile(path);
	plain = createServer((_request, response) => {
		response.writeHead(200, { "content-type": "application/pdf" }).end(bytes);
	});
	await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
});

afterAll(async () => {
	await files.close();
	plain.close();
	await stage.close();
});

async function viewer(source?: string): Promise<Page> {
	const page = await stage.browser.context.newPage();
	const query =
		source === undefined ? "" : `?source=${encodeURIComponent(source)}`;
	await page.goto(`${stage.browser.origin}/viewer/index.html${query}`);
	return page;
}
/** In the page itself. */
declare const chrome: Browser;
async function ownTabId(page: Page): Promise<number> {
	const id = await page.evaluate(
		async () => (await chrome.tabs.getCurrent()).id,
	);
	if (id === undefined) throw new Error("a page of ours in no tab");
	return id;
}
const shown = (page: Page) => page.locator("#text p").first().textContent();

test("a chosen PDF is shown as text and judged by the same code as any page", async () => {
	const page = await viewer();
	await page.locator("#file").setInputFiles(path);
	await expect.poll(() => shown(page)).toContain(words);
	await page.bringToFront();
	const tabId = await ownTabId(page);
	const report = await judgedReport(stage.browser, { page, tabId });
	expect(report.passageReports).toHaveLength(1);
	expect(report.passageReports[0]?.verdict?.kind).toBe("scored");
	const { frames } = await askFrom(page, "background.frames", { tabId });
	expect(frames[0]?.status.judged).toBe(1);

	// Stopped and checked again, as the popup does it: nobody can inject a script into this page.
	const highlights = () => page.evaluate(() => CSS.highlights.size);
	const before = await highlights();
	await askFrom(page, "background.check-tab", { tabId, on: false });
	await expect.poll(highlights).toBe(0);
	await askFrom(page, "background.check-tab", { tabId, on: true });
	const again = await judgedReport(stage.browser, { page, tabId });
	expect(again.judged).toBe(1);
	expect(await highlights()).toBe(before);

	await page.locator("#file").setInputFiles({
		name: "broken.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.from(`%PDF-1.4\n${"x".repeat(500)}`),
	});
	await expect
		.poll(() => page.locator("#said").textContent())
		.toContain("damaged");
	expect(await page.locator("#text p").count()).toBe(0);
});

test("the document of an address is fetched on the click, not before", async () => {
	for (const url of [
		`${files.origin}/viewer-paper.pdf`,
		pathToFileURL(path).href,
	]) {
		const page = await viewer(url);
		const asked: string[] = [];
		page.on("request", (request) => asked.push(request.url()));
		await page.locator("#fetch").waitFor();
		expect(asked).not.toContain(url);
		await page.locator("#fetch").click();
		await expect.poll(() => shown(page)).toContain(words);
	}
});

test("a document that is not there is told in a sentence", async () => {
	const page = await viewer(`${files.origin}/nothing.pdf`);
	await page.locator("#fetch").click();
	await expect
		.poll(() => page.locator("#said").textContent())
		.toContain("could not be fetched");
});

test("the popup offers a PDF whose address does not say that it is one", async () => {
	const address = plain.address();
	if (address === null || typeof address === "string") throw new Error("port");
	const source = await stage.browser.context.newPage();
	await source.goto(`http://127.0.0.1:${address.port}/papers/7`);
	await source.bringToFront();
	const popup = await stage.browser.context.newPage();
	await popup.goto(`${stage.browser.origin}/popup/index.html`);
	await popup.locator("#pdf").waitFor({ state: "visible" });
	const opened = stage.browser.context.waitForEvent("page");
	await popup.locator("#pdf").click();
	const page = await opened;
	await page.locator("#fetch").click();
	await expect.poll(() => shown(page)).toContain(words);
});
