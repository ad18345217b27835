import { describe, expect, it } from "vitest";
import { MARKED_P_VALUE, markAt } from "../../src/scoring/band.ts";
import { suspectRun } from "../../src/scoring/spans/suspect-run.ts";
import type { JudgedStretch } from "../../src/scoring/spans.ts";
import { scored } from "../ui/verdicts.ts";

const MIN_TOKENS = 40;

/** Sentences of 40 tokens, `at` characters from the start each. */
const passage = (
	probabilities: readonly number[],
	tokens = 40,
): JudgedStretch[] =>
	probabilities.map((probability, at) => ({
		from: at * 10,
		to: at * 10 + 9,
		tokens,
		evidence: 0,
		lexical: 0,
		probability,
	}));

describe("suspectRun", () => {
	it.each([
		[
			"three machine sentences behind three human ones",
			[0.1, 0.2, 0.1, 0.9, 0.9, 0.8],
			{ from: 30, to: 59 },
		],
		["three in the middle", [0.1, 0.6, 0.9, 0.6, 0.1], { from: 10, to: 39 }],
		[
			"the longer of two",
			[0.9, 0.9, 0.9, 0.1, 0.6, 0.6, 0.6, 0.6],
			{ from: 40, to: 79 },
		],
	] as const)("finds %s", (_, probabilities, range) => {
		expect(suspectRun(passage(probabilities), MIN_TOKENS)).toEqual(range);
	});

	it.each([
		["two sentences", [0.1, 0.9, 0.9, 0.1]],
		["sentences with a human one between", [0.9, 0.9, 0.1, 0.9, 0.9]],
		["the whole passage", [0.9, 0.9, 0.9, 0.9]],
		["a human passage", [0.1, 0.1, 0.1, 0.1]],
		["nothing", []],
	] as const)("takes no run in %s", (_, probabilities) => {
		expect(suspectRun(passage(probabilities), MIN_TOKENS)).toBeUndefined();
	});

	it("takes no run that is too short to be judged by itself", () => {
		const run = [0.1, 0.1, 0.9, 0.9, 0.9];
		expect(suspectRun(passage(run, 13), MIN_TOKENS)).toBeUndefined();
		expect(suspectRun(passage(run, 14), MIN_TOKENS)).toBeDefined();
	});
});

describe("markAt", () => {
	const part = { from: 0, to: 9, pValue: 0.004, capped: false };
	it.each([
		["whole", scored("machine-like", 0.003, { run: part }), "normal"],
		["part", scored("human-like", 0.3, { run: part }), "normal"],
		["part", scored("unclear", 0.02, { run: part }), "high"],
		["none", scored("human-like", 0.3, { run: part }), "low"],
		["none", scored("human-like", 0.3), "high"],
		[
			"none",
			scored("unclear", 0.3, { run: { ...part, capped: true } }),
			"high",
		],
	] as const)("marks %s", (mark, verdict, sensitivity) => {
		expect(markAt(verdict, sensitivity)).toBe(mark);
	});

	it("keeps the promise of each sensitivity", () => {
		for (const [sensitivity, limit] of Object.entries(MARKED_P_VALUE) as [
			keyof typeof MARKED_P_VALUE,
			number,
		][]) {
			const at = (pValue: number) =>
				markAt(
					scored("human-like", 0.5, { run: { ...part, pValue } }),
					sensitivity,
				);
			expect(at(limit)).toBe("part");
			expect(at(limit * 1.01)).toBe("none");
		}
	});
});
