import { describe, expect, it } from "vitest";
import { MARKED_P_VALUE, markAt } from "../../src/scoring/band.ts";
import type { LanguageHeads } from "../../src/scoring/heads/types.ts";
import { bestRun } from "../../src/scoring/spans/run.ts";
import type { JudgedStretch } from "../../src/scoring/spans.ts";
import { scored } from "../ui/verdicts.ts";

/** The score is the mean evidence; p falls from 1 at 0 or less to .001 at 3 or more. */
const HEADS: LanguageHeads = {
	minTokens: 40,
	unclearBelowTokens: 100,
	overwhelmingPValue: 0.0005,
	unclearPValue: 0.05,
	lexical: {
		grams: "spaced",
		buckets: 16,
		scale: 0,
		bias: 0,
		weights: new Int8Array(16),
	},
	fusion: {
		intercept: 0,
		referenceTokens: 200,
		longestTokens: 1000,
		length: 0,
		parts: [
			{
				part: "evidence",
				centre: 0,
				slope: 1,
				slopePerLogTokens: 0,
				min: -8,
				max: 8,
			},
		],
	},
	probability: { slope: 1, intercept: 0, perLogTokens: 0 },
	groups: [
		{
			language: "en",
			register: undefined,
			minTokens: 0,
			maxTokens: 1000,
			scores: [0, 3],
			pValues: [1, 0.001],
		},
	],
	reference: { evidence: [], lexical: [], "log-probability": [], length: [] },
	spans: undefined,
	clears: undefined,
};

/** A sentence of 40 tokens, `at` characters from the start each. */
const sentence = (
	at: number,
	probability: number,
	evidence: number,
): JudgedStretch => ({
	from: at * 10,
	to: at * 10 + 9,
	tokens: 40,
	evidence: evidence * 40,
	logProb: -100,
	probability,
});
const passage = (
	probabilities: readonly number[],
	evidence = 4,
): JudgedStretch[] =>
	probabilities.map((probability, at) =>
		sentence(at, probability, probability >= 0.5 ? evidence : -4),
	);
const TEXT = "x".repeat(100);
const run = (stretches: readonly JudgedStretch[]) =>
	bestRun(TEXT, stretches, "en", HEADS);

describe("bestRun", () => {
	it.each([
		[
			"three machine sentences behind three human ones",
			[0.1, 0.2, 0.1, 0.9, 0.9, 0.8],
			{ from: 30, to: 59 },
		],
		["three in the middle", [0.1, 0.6, 0.9, 0.6, 0.1], { from: 10, to: 39 }],
	] as const)("finds %s", (_, probabilities, range) => {
		expect(run(passage(probabilities))).toMatchObject(range);
	});

	it.each([
		["two sentences", [0.1, 0.9, 0.9, 0.1]],
		["sentences with a human one between", [0.9, 0.9, 0.1, 0.9, 0.9]],
		["the whole passage", [0.9, 0.9, 0.9, 0.9]],
		["a human passage", [0.1, 0.1, 0.1, 0.1]],
		["nothing", []],
	] as const)("takes no run in %s", (_, probabilities) => {
		expect(run(passage(probabilities))).toBeUndefined();
	});

	it("takes no run that is too short to be marked", () => {
		const short = passage([0.1, 0.1, 0.9, 0.9, 0.9]).map((stretch) => ({
			...stretch,
			tokens: 30,
		}));
		expect(run(short)).toBeUndefined();
	});

	it("doubles the p-value of what it has picked", () => {
		expect(run(passage([0.1, 0.1, 0.9, 0.9, 0.9]))?.pValue).toBeCloseTo(0.002);
		expect(run(passage([0.1, 0.1, 0.9, 0.9, 0.9], -1))?.pValue).toBe(1);
	});
});

describe("markAt", () => {
	const part = { from: 0, to: 9, pValue: 0.004 };
	it.each([
		["whole", scored("machine-like", 0.003, { run: part }), "normal"],
		["part", scored("human-like", 0.3, { run: part }), "normal"],
		["part", scored("unclear", 0.02, { run: part }), "high"],
		["none", scored("human-like", 0.3, { run: part }), "low"],
		["none", scored("human-like", 0.3), "high"],
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
