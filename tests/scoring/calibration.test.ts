import { describe, expect, it } from "vitest";
import { probabilityOf, pValueOf } from "../../src/scoring/calibration.ts";
import type { CalibrationGroup, Heads } from "../../src/scoring/heads/types.ts";
import { parseHeads } from "../../src/scoring/heads.ts";
import { REGISTERS, type Register } from "../../src/scoring/register.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";
import { randomFrom } from "./random.ts";

const ENGLISH = { language: "en", register: "neutral" } as const;
const heads: Heads = parseHeads(headsDescription(), lexicalWeights());

/** Straight lines through (score, ln p), read off without any search. */
function naivePValue(score: number, group: CalibrationGroup): number {
	const { scores, pValues } = group;
	if (score <= (scores[0] ?? 0)) return pValues[0] ?? 1;
	for (let knot = 1; knot < scores.length; knot++) {
		const [x0 = 0, x1 = 0] = [scores[knot - 1], scores[knot]];
		const [p0 = 1, p1 = 1] = [pValues[knot - 1], pValues[knot]];
		if (score > x1) continue;
		return p0 * (p1 / p0) ** ((score - x0) / (x1 - x0));
	}
	return pValues.at(-1) ?? 1;
}

describe("pValueOf", () => {
	it.each([
		[-9, 0.9],
		[-2, 0.9],
		[0, 0.5],
		[1, Math.sqrt(0.5 * 0.05)],
		[4, 0.005],
		[6, 0.0002],
		[99, 0.0002],
		[Infinity, 0.0002],
		[Number.NaN, 1],
	])("score %f: %f", (score, p) => {
		const found = pValueOf({ ...ENGLISH, score, tokens: 50 }, heads.groups);
		expect(found).toBeCloseTo(p, 12);
	});

	it("agrees with a naive reading and never rises", () => {
		const [group] = heads.groups;
		if (group === undefined) throw new Error("no group");
		const random = randomFrom(4);
		let before = 1;
		for (let score = -3; score < 8; score += 0.01 + random(10) / 1000) {
			const found = pValueOf({ ...ENGLISH, score, tokens: 1 }, [group]);
			expect(found).toBeCloseTo(naivePValue(score, group), 12);
			expect(found).toBeLessThanOrEqual(before);
			before = found;
		}
	});

	it("takes the group of the length, the nearest one outside, and 1 for another language", () => {
		const group = (minTokens: number, maxTokens: number, p: number) => ({
			language: "en",
			register: undefined,
			minTokens,
			maxTokens,
			scores: [0],
			pValues: [p],
		});
		const groups = [group(40, 100, 0.1), group(100, 300, 0.2)];
		const at = (tokens: number, language = "en") =>
			pValueOf({ ...ENGLISH, score: 0, tokens, language }, groups);
		expect([at(10), at(40), at(99), at(100), at(9999)]).toEqual([
			0.1, 0.1, 0.1, 0.2, 0.2,
		]);
		expect(at(50, "zh")).toBe(1);
	});

	it("compares a passage with humans of its own register", () => {
		const group = (
			register: Register | undefined,
			minTokens: number,
			p: number,
		) => ({
			language: "en",
			register,
			minTokens,
			maxTokens: minTokens + 100,
			scores: [0],
			pValues: [p],
		});
		const groups = [
			group("informal", 0, 0.1),
			group("formal", 0, 0.2),
			group("informal", 100, 0.3),
			group("formal", 100, 0.4),
		];
		const at = (register: Register, tokens: number) =>
			pValueOf({ score: 0, language: "en", tokens, register }, groups);
		expect(at("informal", 50)).toBe(0.1);
		expect(at("formal", 50)).toBe(0.2);
		expect(at("informal", 199)).toBe(0.3);
		expect(at("formal", 5000)).toBe(0.4);
		expect(at("neutral", 50)).toBe(1);
	});

	it("does not heed the register where a group is for all", () => {
		for (const register of REGISTERS) {
			const scaled = { score: 2, tokens: 50, language: "en", register };
			expect(pValueOf(scaled, heads.groups)).toBeCloseTo(0.05, 12);
		}
	});
});

describe("probabilityOf", () => {
	it.each([
		[1, 200, 0.5],
		[3, 200, 1 / (1 + Math.exp(-2))],
		[1, 400, 1 / (1 + Math.exp(-0.1 * Math.log(2)))],
		[-1e308, 200, 0],
		[1e308, 200, 1],
	])("score %f, %i tokens: %f", (score, tokens, probability) => {
		expect(probabilityOf({ score, tokens }, heads)).toBeCloseTo(
			probability,
			12,
		);
	});
});
