import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { PageReport } from "../../src/shared/messages.ts";
import { PlainError } from "../lib/plain-error.ts";
import { askTab, Refused } from "./ask.ts";
import type { ExtensionBrowser } from "./launch.ts";

const POLL_MS = 100;
/** With nothing new for this long, scroll on: a page may load or judge text only when it is seen. */
const SCROLL_AFTER_MS = 1_500;
/** A page that says it is done must say so for this long: late text may still arrive. */
const DONE_FOR_MS = 1_000;
/** Without any progress for this long, something is broken. */
const STALLED_MS = 120_000;

export interface JudgedRequest {
	readonly browser: ExtensionBrowser;
	readonly page: Page;
	readonly tabId: number;
	readonly onProgress?: (report: PageReport) => void;
	/** Milliseconds without progress before it counts as broken. */
	readonly stalledMs?: number;
	/** Milliseconds for which the page must stay done. */
	readonly settledMs?: number;
}

async function scrollOn(page: Page): Promise<void> {
	await page.evaluate(() => {
		const height = document.documentElement.scrollHeight;
		const atEnd = scrollY + innerHeight >= height - 1;
		scrollTo(0, atEnd ? 0 : scrollY + innerHeight * 0.8);
	});
}

/** Undefined while the content script is not there yet. */
async function reportOf(
	request: JudgedRequest,
): Promise<PageReport | undefined> {
	const { browser, tabId } = request;
	return askTab(browser, tabId, "page.report", {}).catch((error: unknown) => {
		if (error instanceof Refused && error.failure === "nobody")
			return undefined;
		throw error;
	});
}

/**
 * Waits until every passage of the page is judged, scrolling when nothing moves.
 * @throws PlainError when the page fails or nothing happens for `stalledMs`.
 */
export async function untilJudged(request: JudgedRequest): Promise<PageReport> {
	const {
		page,
		onProgress,
		stalledMs = STALLED_MS,
		settledMs = DONE_FOR_MS,
	} = request;
	let seen = "";
	let changedAt = Date.now();
	let scrolledAt = changedAt;
	for (;;) {
		const report = await reportOf(request);
		const now = Date.now();
		if (report !== undefined) {
			const state = `${report.state} ${report.judged} ${report.passages}`;
			if (state !== seen) {
				seen = state;
				changedAt = now;
				scrolledAt = now;
				onProgress?.(report);
			}
			if (report.state === "failed")
				throw new PlainError(
					`The page could not be checked: ${report.failure ?? "unknown"}.`,
				);
			if (report.state === "done" && now - changedAt >= settledMs)
				return report;
		}
		if (now - changedAt > stalledMs)
			throw new PlainError(
				report === undefined
					? "The page was not checked: the extension did not reach it."
					: `Checking stopped: ${report.judged} of ${report.passages} passages judged, nothing new for ${Math.round(stalledMs / 1000)} s.`,
			);
		if (now - scrolledAt > SCROLL_AFTER_MS && report?.state === "checking") {
			await scrollOn(page);
			scrolledAt = now;
		}
		await sleep(POLL_MS);
	}
}
