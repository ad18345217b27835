import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { tabIdOf } from "../../scripts/browser/ask.ts";
import { untilJudged } from "../../scripts/browser/judged.ts";
import { type ExtensionBrowser, launch } from "../../scripts/browser/launch.ts";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { buildExtension } from "../../scripts/build/extension.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import type { PageReport } from "../../src/shared/messages.ts";

export interface Stage {
	readonly browser: ExtensionBrowser;
	/** The demo page's folder. */
	readonly demo: FileServer;
	/** The folder of the built extension, this test file's own. */
	readonly extension: string;
	close(): Promise<void>;
}

/** Builds the extension for local pages, starts it in a fresh Chromium and serves the demo page. */
export async function openStage(
	name: string,
	args: readonly string[] = [],
): Promise<Stage> {
	const extension = inRoot(`.cache/tests/${name}`);
	await buildExtension({
		outDir: extension,
		hostPermissions: ["*://127.0.0.1/*"],
	});
	const demo = await serveFiles(inRoot("demo"));
	const browser = await launch({ extension, headless: true, args });
	return {
		browser,
		demo,
		extension,
		close: async () => {
			await browser.close();
			await demo.close();
		},
	};
}

export interface Tab {
	readonly page: Page;
	readonly tabId: number;
}

/** Opens a page in a new tab of the browser, in front. */
export async function openTab(
	browser: ExtensionBrowser,
	url: string,
): Promise<Tab> {
	const page = await browser.context.newPage();
	await page.goto(url);
	await page.bringToFront();
	return { page, tabId: await tabIdOf(browser, page.url()) };
}

/** The report once every passage of the tab is judged. */
export const judgedReport = (
	browser: ExtensionBrowser,
	{ page, tabId }: Tab,
): Promise<PageReport> =>
	untilJudged({ browser, page, tabId, stalledMs: 60_000 });

export interface DemoPassage {
	readonly id: string;
	readonly origin: "human" | "machine";
}

export const demoPassages = async (): Promise<readonly DemoPassage[]> =>
	JSON.parse(await readFile(inRoot("demo/passages.json"), "utf8"));

/** White space as no reader tells it apart. */
export const plain = (text: string): string =>
	text.replace(/\s+/gu, " ").trim();
