import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { batches } from "../../scripts/score/batches.ts";
import { readRequest } from "../../scripts/score/request.ts";
import { scoreLines } from "../../scripts/score/score-lines.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";

const HIDDEN = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };
const verdictOf = (text: string): Verdict => ({
	kind: "too-short",
	words: text.split(" ").length,
	hidden: HIDDEN,
});

async function* from<T>(...items: readonly T[]): AsyncGenerator<T> {
	yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
	const all: T[] = [];
	for await (const item of items) all.push(item);
	return all;
}

describe("readRequest", () => {
	test.each([
		['{"id":"a","text":"x"}', { kind: "text", id: "a", text: "x" }],
		['{"id":7,"text":""}', { kind: "text", id: 7, text: "" }],
		['{"text":"x","more":1}', { kind: "text", id: null, text: "x" }],
	])("understands %s", (line, expected) => {
		expect(readRequest(line)).toEqual(expected);
	});

	test.each([
		["", null],
		["{", null],
		["[1]", null],
		["null", null],
		['"text"', null],
		['{"id":"b"}', "b"],
		['{"id":"b","text":5}', "b"],
	])("gives a reason for %s", (line, id) => {
		const request = readRequest(line);
		expect(request).toMatchObject({ kind: "malformed", id });
	});
});

describe("batches", () => {
	test("fills groups and hands on the rest", async () => {
		const groups = batches(from(1, 2, 3, 4, 5), { size: 2, patienceMs: 1000 });
		expect(await collect(groups)).toEqual([[1, 2], [3, 4], [5]]);
	});

	test("does not wait for a slow writer", async () => {
		let release = () => {};
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		async function* slow() {
			yield 1;
			await gate;
			yield 2;
		}
		const groups = batches(slow(), { size: 9, patienceMs: 1 });
		expect((await groups.next()).value).toEqual([1]);
		release();
		expect((await groups.next()).value).toEqual([2]);
	});
});

describe("scoreLines", () => {
	const lines = ['{"id":1,"text":"a b"}', "broken", '{"id":3,"text":"c"}'];

	test("answers in order and goes on after a malformed line", async () => {
		const groups = scoreLines(from(...lines), async (texts) => {
			await sleep(1);
			return texts.map(verdictOf);
		});
		const answers = (await collect(groups))
			.flat()
			.map((line) => JSON.parse(line));
		expect(answers).toMatchObject([
			{ id: 1, kind: "too-short", words: 2 },
			{ id: null, kind: "error" },
			{ id: 3, kind: "too-short", words: 1 },
		]);
	});

	test("one text that cannot be judged costs one line", async () => {
		const groups = scoreLines(from(...lines), async (texts) => {
			if (texts.includes("a b")) throw new Error("no");
			return texts.map(verdictOf);
		});
		const answers = (await collect(groups))
			.flat()
			.map((line) => JSON.parse(line));
		expect(answers).toMatchObject([
			{ id: 1, kind: "error", reason: "no" },
			{ id: null, kind: "error" },
			{ id: 3, kind: "too-short" },
		]);
	});
});
