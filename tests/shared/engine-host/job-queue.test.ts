import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../src/scoring/verdict.ts";
import { createJobQueue } from "../../../src/shared/engine-host/job-queue.ts";
import { slicesOf } from "../../../src/shared/engine-host/slices.ts";
import { tooShort } from "../verdicts.ts";

const texts = (lengths: readonly number[]): string[] =>
	lengths.map((length) => "x".repeat(length));

describe("slices", () => {
	it.each([
		["nothing", [], []],
		[
			"texts of like length together, shortest first",
			[3000, 10, 3500, 20],
			[[1, 3, 0], [2]],
		],
		["a text longer than any run on its own", [9000, 9000], [[0], [1]]],
		[
			"at most eight",
			Array.from({ length: 9 }, () => 1),
			[[0, 1, 2, 3, 4, 5, 6, 7], [8]],
		],
		["empty texts", [0, 0], [[0, 1]]],
	])("hold %s", (_what, lengths, expected) => {
		expect(slicesOf(texts(lengths))).toEqual(expected);
	});
});

describe("job queue", () => {
	it("keeps the order of the texts, whatever the order of the runs", async () => {
		const judge = createJobQueue(async (slice) =>
			slice.map((text) => tooShort(text.length)),
		);
		const lengths = [3000, 10, 3500, 20, 5000, 0];
		expect(await judge(texts(lengths))).toEqual(lengths.map(tooShort));
		expect(await judge([])).toEqual([]);
	});

	it("runs one slice at a time and gives every job its turn", async () => {
		const runs: string[] = [];
		let active = 0;
		let most = 0;
		const judge = createJobQueue(async (slice) => {
			most = Math.max(most, ++active);
			await Promise.resolve();
			active--;
			runs.push(slice[0]?.[0] ?? "");
			return slice.map(() => tooShort(1));
		});
		const long = ["a", "a", "a"].map((letter) => letter.repeat(4000));
		await Promise.all([judge(long), judge(["b"]), judge(["c"])]);
		expect(runs).toEqual(["a", "b", "c", "a", "a"]);
		expect(most).toBe(1);
	});

	it.each<[string, () => Promise<Verdict[]>]>([
		["throws", () => Promise.reject(new Error("no"))],
		["leaves a text without verdict", async () => []],
	])("fails only the job whose run %s", async (_what, fail) => {
		const judge = createJobQueue((slice) =>
			slice.includes("bad")
				? fail()
				: Promise.resolve(slice.map(() => tooShort(1))),
		);
		const outcomes = await Promise.allSettled([
			judge(["bad"]),
			judge(["good"]),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual([
			"rejected",
			"fulfilled",
		]);
	});
});
