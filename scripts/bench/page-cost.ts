import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { ExtensionBrowser } from "../browser/launch.ts";
import { type TraceEvent, traced } from "./longest-task.ts";

/** What the content script costs a huge page. */
export interface PageCost {
	/** Milliseconds to read and start what the page loads of us with itself, before it is idle. */
	readonly contentStartMs: number | undefined;
	/** The same for the content script proper, which comes when the page is idle. */
	readonly mainStartMs: number | undefined;
	/** Milliseconds of its longest stretch of work, reading 50,000 text nodes and 20,000 changes. */
	readonly hugeTaskMs: number | undefined;
	/** JavaScript memory beyond that of the same page without it, MB. */
	readonly contentHeapMb: number | undefined;
}

/** In the functions below that run inside the page. */
declare const mutate: () => void;

/** Long enough to read a huge page on two slow cores, and to read it again after its changes. */
const READ_MS = 6_000;
const BYTES_PER_MB = 1_000_000;
/** Work that a script does on its own; the page's only script runs in none of these. */
const WORK = new Set(["RunMicrotasks", "TimerFire", "FunctionCall"]);

const isOf =
	(origin: string) =>
	({ args }: TraceEvent): boolean =>
		args?.data?.url?.startsWith(origin) === true;

/** The longest stretch of script work in the thread in which scripts of `origin` run; undefined when none ran. */
export function longestWorkOf(
	events: readonly TraceEvent[],
	origin: string,
): number | undefined {
	const first = events.find(isOf(origin));
	if (first === undefined) return undefined;
	const lengths = events
		.filter(
			({ pid, tid, ts, name }) =>
				pid === first.pid &&
				tid === first.tid &&
				ts >= first.ts &&
				WORK.has(name),
		)
		.map(({ dur = 0 }) => dur);
	return Math.max(0, ...lengths) / 1000;
}

/** Milliseconds that the first script of `origin`, a prefix of its address, took to start. */
export function startOf(
	events: readonly TraceEvent[],
	origin: string,
): number | undefined {
	const start = events.find(
		(event) => event.name === "EvaluateScript" && isOf(origin)(event),
	);
	return start?.dur === undefined ? undefined : start.dur / 1000;
}

async function heapMb(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send("HeapProfiler.collectGarbage");
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	await session.detach();
	return usedSize / BYTES_PER_MB;
}

/** `checked` is the huge page where the extension works, `unchecked` the same page where it does not. */
export async function measurePageCost(
	browser: ExtensionBrowser,
	{ checked, unchecked }: { checked: string; unchecked: string },
): Promise<PageCost> {
	const visit = async (url: string) => {
		const page = await browser.context.newPage();
		await page.bringToFront();
		const { events } = await traced(page, async () => {
			await page.goto(url);
			await sleep(READ_MS);
			await page.evaluate(() => mutate());
			await sleep(READ_MS);
		});
		const heap = await heapMb(page);
		await page.close();
		return { events, heap };
	};
	const without = await visit(unchecked);
	const { events, heap } = await visit(checked);
	const script = `${browser.origin}/content/`;
	return {
		contentStartMs: startOf(events, script),
		mainStartMs: startOf(events, `${script}index.js`),
		hugeTaskMs: longestWorkOf(events, script),
		contentHeapMb: heap - without.heap,
	};
}
