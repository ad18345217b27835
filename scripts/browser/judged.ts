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
/** The content script starts when the page has loaded; without it for this long it will not come. */
const UNREACHED_MS = 30_000;
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

const said = ({ state, judged, passages }: PageReport): string =>
	`${state} ${judged} ${passages}`;

/** Why waiting makes no sense any more; undefined while it does. */
function hopeless(
	report: PageReport | undefined,
	{ quietMs, stalledMs }: { quietMs: number; stalledMs: number },
): string | undefined {
	if (report === undefined)
		return quietMs > UNREACHED_MS
			? "The page was not checked: the extension did not reach it."
			: undefined;
	const { state, failure, judged, passages } = report;
	if (state === "failed")
		return `The page could not be checked: ${failure ?? "unknown"}.`;
	return quietMs > stalledMs
		? `Checking stopped: ${judged} of ${passages} passages judged, nothing new for ${Math.round(stalledMs / 1000)} s.`
		: undefined;
}

/**
 * Waits until every passage of the page is judged, scrolling when nothing moves.
 * @throws PlainError when the page fails or nothing happens for `stalledMs`.
 */
export async function untilJudged(request: JudgedRequest): Promise<PageReport> {
	const { page, onProgress } = request;
	const { stalledMs = STALLED_MS, settledMs = DONE_FOR_MS } = request;
	let last: PageReport | undefined;
	let changedAt = Date.now();
	let scrolledAt = changedAt;
	for (;;) {
		const report = await reportOf(request);
		const now = Date.now();
		if (report !== undefined && (!last || said(last) !== said(report))) {
			changedAt = now;
			scrolledAt = now;
			onProgress?.(report);
		}
		last = report;
		const quietMs = now - changedAt;
		const reason = hopeless(report, { quietMs, stalledMs });
		if (reason !== undefined) throw new PlainError(reason);
		if (report?.state === "done" && quietMs >= settledMs) return report;
		if (report?.state === "checking" && now - scrolledAt > SCROLL_AFTER_MS) {
			await scrollOn(page);
			scrolledAt = now;
		}
		await sleep(POLL_MS);
	}
}
