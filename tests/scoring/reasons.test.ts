import { describe, expect, it } from "vitest";
import { fuse } from "../../src/scoring/fusion.ts";
import { parseHeads } from "../../src/scoring/heads.ts";
import { reasonsOf, shareBelow } from "../../src/scoring/reasons.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";

const heads = parseHeads(headsDescription(), lexicalWeights());

describe("fuse", () => {
	it("adds clamped, centred parts whose slopes may change with length", () => {
		const { score, contributions } = fuse(
			{
				tokens: 400,
				evidence: 0.5,
				lexicalLogit: 2,
				lexicalCoverage: 0.5,
				meanLogProb: -99,
			},
			heads.fusion,
		);
		const ln2 = Math.log(2);
		const expected = [4 * 0.5, 1 + 0.5 * ln2, 0.2 * (-10 + 3), 0.1 * ln2];
		contributions.forEach(({ weight }, index) => {
			expect(weight).toBeCloseTo(expected[index] ?? 0, 12);
		});
		expect(contributions.map(({ part }) => part)).toEqual([
			"evidence",
			"lexical",
			"log-probability",
			"length",
		]);
		expect(score).toBeCloseTo(
			expected.reduce((sum, weight) => sum + weight),
			12,
		);
	});
});

describe("reasonsOf", () => {
	it("gives direction, percentile and examples, strongest first, without parts that weigh nothing", () => {
		const reasons = reasonsOf(
			[
				{ part: "evidence", weight: 1 },
				{ part: "lexical", weight: -1.5 },
				{ part: "log-probability", weight: 0 },
				{ part: "length", weight: 0.1 },
			],
			heads.reference,
			{ machine: ["delve"], human: ["kinda"] },
		);
		expect(reasons).toEqual([
			{
				part: "lexical",
				direction: "human",
				weight: -1.5,
				percentile: expect.closeTo(0.125),
				examples: ["kinda"],
			},
			{
				part: "evidence",
				direction: "machine",
				weight: 1,
				percentile: expect.closeTo(0.625),
				examples: [],
			},
			{
				part: "length",
				direction: "machine",
				weight: 0.1,
				percentile: expect.closeTo(0.55),
				examples: [],
			},
		]);
	});
});

describe("shareBelow", () => {
	it.each([
		[5, [], 0.5],
		[0, [1, 2, 3], 0],
		[1, [1, 2, 3], 0],
		[1.5, [1, 2, 3], 0.25],
		[3, [1, 2, 3], 1],
		[9, [1, 2, 3], 1],
		[2, [1, 2, 2, 2, 3], 0.25],
		[2, [2], 0],
	] as const)("%f in %j: %f", (value, quantiles, share) => {
		expect(shareBelow(value, quantiles)).toBeCloseTo(share, 12);
	});
});
