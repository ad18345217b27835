import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
	judgeTexts,
	pendingTexts,
	stepsOf,
} from "../../scripts/evaluate/judge/judge-texts.ts";
import { outcomeOf } from "../../scripts/evaluate/judge/outcome.ts";
import { openCache } from "../../scripts/evaluate/judge/outcome-cache.ts";
import {
	createProgress,
	duration,
} from "../../scripts/evaluate/judge/progress.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";

const HIDDEN = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };
const verdictOf = (text: string): Verdict => ({
	kind: "too-short",
	words: text.length,
	hidden: HIDDEN,
});

const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
const file = join(folder, "cache.jsonl");
afterEach(() => rmSync(file, { force: true }));

const fakeDetector = () => {
	const asked: string[] = [];
	return {
		asked,
		tokensScored: () => asked.length,
		judge: async (texts: readonly string[]) => {
			asked.push(...texts);
			return texts.map(verdictOf);
		},
	};
};

const texts = Array.from({ length: 100 }, (_, i) => "x".repeat(i + 1));

describe("judging", () => {
	test("asks for every text once, and for none that is known", async () => {
		const detector = fakeDetector();
		const run = async () =>
			judgeTexts(
				[...texts, "x"],
				detector,
				await openCache(file),
				() => {},
				new AbortController().signal,
			);
		await run();
		await run();
		expect(detector.asked.toSorted()).toEqual(texts.toSorted());
		const { get } = await openCache(file);
		expect(get("xxx")).toEqual({ kind: "too-short", words: 3 });
	});

	test("stops between steps, and goes on where it stopped", async () => {
		const detector = fakeDetector();
		const stop = new AbortController();
		const cache = await openCache(file);
		const abort = () => stop.abort();
		await judgeTexts(texts, detector, cache, abort, stop.signal);
		const done = detector.asked.length;
		expect(done).toBeLessThan(texts.length);
		const again = await openCache(file);
		expect(pendingTexts(texts, again)).toHaveLength(texts.length - done);
	});

	test("a line that was cut off costs one text", async () => {
		const cache = await openCache(file);
		await cache.add(["a"], [outcomeOf(verdictOf("a"))]);
		appendFileSync(file, '{"text":"cut');
		const again = await openCache(file);
		await again.add(["b"], [outcomeOf(verdictOf("b"))]);
		const last = await openCache(file);
		expect(last.get("a")).toBeDefined();
		expect(last.get("b")).toBeDefined();
	});

	test("steps hold every text and mix lengths", () => {
		expect(stepsOf(texts).flat().toSorted()).toEqual(texts.toSorted());
		expect(stepsOf([])).toEqual([]);
	});
});

describe("progress", () => {
	test("tells speed and time left", () => {
		let now = 0;
		const lines: string[] = [];
		const progress = createProgress(
			["aa", "bbbb"],
			() => now,
			(line) => lines.push(line),
		);
		now = 10_000;
		progress(["aa"], 500);
		expect(lines).toEqual(["1 of 2 texts, 50 tokens/s, 20 s left"]);
	});

	test.each([
		[0.4, "0 s"],
		[59, "59 s"],
		[125, "2 min 5 s"],
	])("%d seconds are %s", (seconds, text) => {
		expect(duration(seconds)).toBe(text);
	});
});
