import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { askFrom, tabIdOf, withExtensionPage } from "../browser/ask.ts";
import { engineStatus, warmUp } from "../browser/engine.ts";
import { untilJudged } from "../browser/judged.ts";
import { type ExtensionBrowser, launch } from "../browser/launch.ts";
import { checkAutomatically } from "../browser/settings.ts";
import { longestTaskOf, traced } from "./longest-task.ts";
import { extensionMemory } from "./memory.ts";
import { measurePageCost, type PageCost } from "./page-cost.ts";
import type { BenchPages } from "./pages.ts";

/** One value a run; undefined where it could not be measured. */
export interface Measured extends PageCost {
	readonly coldLoadMs: number;
	readonly firstMarkMs: number | undefined;
	readonly scoringMs: number;
	readonly tokensPerSecond: number | undefined;
	readonly longestTaskMs: number;
	readonly peakMb: number | undefined;
	readonly settledMb: number | undefined;
}

/** Long enough for the browser to give back what scoring needed. */
const SETTLE_MS = 5_000;
/** The first passes after loading also pay for compilation: they are not timed. */
const WARM_UP_TEXT = Array.from(
	{ length: 12 },
	(_, index) =>
		`Line ${index} of a text that only serves to warm the engine up before anything is timed, and says nothing else.`,
).join(" ");

async function judge(browser: ExtensionBrowser, page: Page, url: string) {
	const began = performance.now();
	await page.goto(url);
	const tabId = await tabIdOf(browser, page.url());
	const report = await untilJudged({ browser, page, tabId, settledMs: 0 });
	return { report, ms: performance.now() - began };
}

async function busy(browser: ExtensionBrowser) {
	const status = await engineStatus(browser);
	if (status?.state !== "ready")
		throw new Error(`The engine is ${status?.state ?? "gone"}.`);
	return status;
}

/** One run in a browser of its own: load, a page of 1,000 words, the first mark of another page, memory. */
export async function measure(
	extension: string,
	origin: string,
	pages: BenchPages,
): Promise<Measured> {
	const browser = await launch({ extension, headless: true });
	try {
		await checkAutomatically(browser, "127.0.0.1");
		const { loadMs } = await warmUp(browser);
		const loaded = extensionMemory(extension);
		await withExtensionPage(browser, (page) =>
			askFrom(page, "background.judge", { texts: [WARM_UP_TEXT] }),
		);
		const page = await browser.context.newPage();
		await page.bringToFront();
		const before = await busy(browser);
		const { result: scoring, events } = await traced(page, () =>
			judge(browser, page, `${origin}/${pages.scoring}`),
		);
		const after = await busy(browser);
		const marking = await judge(browser, page, `${origin}/${pages.marking}`);
		await sleep(SETTLE_MS);
		const memory = extensionMemory(extension);
		const cost = await measurePageCost(browser, {
			checked: `${origin}/${pages.huge}`,
			unchecked: `${origin.replace("127.0.0.1", "localhost")}/${pages.huge}`,
		});
		const busyMs = after.busyMs - before.busyMs;
		return {
			coldLoadMs: loadMs,
			firstMarkMs: marking.report.firstMarkMs,
			scoringMs: scoring.ms,
			tokensPerSecond:
				busyMs > 0
					? ((after.tokensScored - before.tokensScored) / busyMs) * 1000
					: undefined,
			longestTaskMs: longestTaskOf(events, `${browser.origin}/content/`),
			peakMb: memory && Math.max(memory.peakMb, loaded?.peakMb ?? 0),
			settledMb: memory?.residentMb,
			...cost,
		};
	} finally {
		await browser.close();
	}
}
