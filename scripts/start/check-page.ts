import type { Page } from "playwright-core";
import type { PageReport } from "../../src/shared/messages.ts";
import { tabIdOf } from "../browser/ask.ts";
import { engineStatus, warmUp } from "../browser/engine.ts";
import { untilJudged } from "../browser/judged.ts";
import type { ExtensionBrowser } from "../browser/launch.ts";
import { changeSettings } from "../browser/settings.ts";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import type { Timings } from "./report.ts";
import type { Target } from "./target.ts";

const NAVIGATION_LIMIT_MS = 60_000;

export interface Checked {
	readonly page: Page;
	readonly report: PageReport;
	readonly timings: Timings;
	readonly loadMs: number;
}

/** Tokens scored and milliseconds spent on them so far. */
async function workDone(
	browser: ExtensionBrowser,
): Promise<{ tokens: number; busyMs: number }> {
	const status = await engineStatus(browser);
	return status?.state === "ready"
		? { tokens: status.tokensScored, busyMs: status.busyMs }
		: { tokens: 0, busyMs: 0 };
}

async function openPage(browser: ExtensionBrowser, url: string): Promise<Page> {
	const page = await browser.context.newPage();
	const response = await page
		.goto(url, { timeout: NAVIGATION_LIMIT_MS, waitUntil: "commit" })
		.catch((cause: unknown) => {
			throw new PlainError(`${url} did not open: ${firstLine(cause)}`);
		});
	if (response !== null && response.status() >= 400)
		throw new PlainError(
			`${url} did not open: the server answered ${response.status()}.`,
		);
	// The welcome page may have come to the front, and hidden pages are not checked.
	await page.bringToFront();
	return page;
}

/**
 * Loads the model, opens the page with automatic checking on, and waits until all of it is judged.
 * @throws PlainError with a sentence for the user.
 */
export async function checkPage(
	browser: ExtensionBrowser,
	target: Target,
	onProgress: (report: PageReport) => void,
): Promise<Checked> {
	await changeSettings(browser, target.settings);
	const { loadMs } = await warmUp(browser);
	const before = await workDone(browser);
	const page = await openPage(browser, target.url);
	const tabId = await tabIdOf(browser, page.url());
	const report = await untilJudged({ browser, page, tabId, onProgress });
	const after = await workDone(browser);
	const busyMs = after.busyMs - before.busyMs;
	return {
		page,
		report,
		loadMs,
		timings: {
			firstMarkMs: report.firstMarkMs ?? null,
			tokensPerSecond:
				busyMs > 0 ? ((after.tokens - before.tokens) / busyMs) * 1000 : null,
		},
	};
}
