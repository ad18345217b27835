import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

export interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly ts: number;
	readonly dur?: number;
	readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ["devtools.timeline", "toplevel", "v8.execute"];
/** Events arrive in pieces; the last one is announced. */
const COLLECT_LIMIT_MS = 10_000;

const isTask = ({ name }: TraceEvent): boolean =>
	name === "RunTask" || name === "ThreadControllerImpl::RunTask";

const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

const contains = (outer: TraceEvent, inner: TraceEvent): boolean =>
	outer.pid === inner.pid &&
	outer.tid === inner.tid &&
	outer.ts <= inner.ts &&
	end(outer) >= end(inner);

/** Milliseconds of the longest main-thread task in which a script of `origin` ran. */
export function longestTaskOf(
	events: readonly TraceEvent[],
	origin: string,
): number {
	const ours = events.filter(
		({ args }) => args?.data?.url?.startsWith(origin) === true,
	);
	const tasks = events.filter(isTask);
	const lengths = ours.map((inner) => {
		const outer = tasks.filter((task) => contains(task, inner));
		return Math.max(inner.dur ?? 0, ...outer.map(({ dur = 0 }) => dur));
	});
	return Math.max(0, ...lengths) / 1000;
}

/** Records the page's main thread while `work` runs. */
export async function traced<T>(
	page: Page,
	work: () => Promise<T>,
): Promise<{ result: T; events: readonly TraceEvent[] }> {
	const session = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	session.on("Tracing.dataCollected", ({ value }) => {
		events.push(...(value as unknown as TraceEvent[]));
	});
	const complete = new Promise<void>((resolve) => {
		session.once("Tracing.tracingComplete", () => resolve());
	});
	await session.send("Tracing.start", {
		traceConfig: { includedCategories: CATEGORIES },
	});
	const result = await work();
	await session.send("Tracing.end");
	await Promise.race([complete, sleep(COLLECT_LIMIT_MS)]);
	await session.detach();
	return { result, events };
}
