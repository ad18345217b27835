import { expect, test } from "vitest";
import { longestTaskOf } from "../../scripts/bench/longest-task.ts";
import type { Measured } from "../../scripts/bench/measure.ts";
import { longestWorkOf, startOf } from "../../scripts/bench/page-cost.ts";
import { lineText, median, summarise } from "../../scripts/bench/table.ts";

test.each([
	[[], undefined],
	[[3], 3],
	[[9, 1, 5], 5],
	[[4, 1, 3, 2], 2.5],
])("the median of %j is %s", (values, expected) => {
	expect(median(values)).toBe(expected);
});

test("the longest task counts only tasks in which our script ran", () => {
	const at = { pid: 1, tid: 1 };
	const call = (ts: number, dur: number, url: string) => ({
		...at,
		name: "FunctionCall",
		ts,
		dur,
		args: { data: { url } },
	});
	const task = (ts: number, dur: number) => ({
		...at,
		name: "RunTask",
		ts,
		dur,
	});
	const events = [
		task(0, 30_000),
		call(1_000, 2_000, "chrome-extension://x/content/index.js"),
		task(40_000, 90_000),
		call(41_000, 80_000, "http://127.0.0.1/page.js"),
		{ ...task(0, 70_000), tid: 2 },
	];
	expect(longestTaskOf(events, "chrome-extension://x/content/")).toBe(30);
	expect(longestTaskOf(events, "chrome-extension://y/content/")).toBe(0);
});

test("the cost of the content script is that of its own thread, from its start on", () => {
	const event = (name: string, ts: number, dur: number, tid = 1) => ({
		name,
		ts,
		dur,
		pid: 1,
		tid,
		args: { data: { url: "chrome-extension://x/content/index.js" } },
	});
	const events = [
		{ ...event("FunctionCall", 0, 99_000), args: {} },
		event("EvaluateScript", 100, 3_000),
		event("RunMicrotasks", 9_000, 12_000),
		event("TimerFire", 30_000, 8_000),
		event("Layout", 40_000, 200_000),
		event("RunMicrotasks", 50_000, 70_000, 2),
	];
	const origin = "chrome-extension://x/content/";
	expect(startOf(events, origin)).toBe(3);
	expect(longestWorkOf(events, origin)).toBe(12);
	expect(startOf(events, `${origin}index.js`)).toBe(3);
	expect(startOf(events, "chrome-extension://y/")).toBeUndefined();
	expect(longestWorkOf(events, "chrome-extension://y/")).toBeUndefined();
});

const RUN: Measured = {
	coldLoadMs: 2_000,
	firstMarkMs: undefined,
	scoringMs: 7_000,
	tokensPerSecond: 300,
	longestTaskMs: 12,
	peakMb: 800,
	settledMb: 500,
	contentStartMs: 3,
	mainStartMs: 6,
	hugeTaskMs: 20,
	contentHeapMb: 6,
};

test("each figure stands beside its bound", () => {
	const lines = summarise([RUN]).map(lineText);
	expect(lines[0]).toMatch(/Cold load.*2\.00 s.*under 4 s: yes/);
	expect(lines[1]).toMatch(/first mark.*– s.*under 1\.5 s: not measured/);
	expect(lines[2]).toMatch(/1,000 words.*7\.00 s.*under 6 s: NO/);
});
