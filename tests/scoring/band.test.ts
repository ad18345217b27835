import { describe, expect, it } from "vitest";
import { bandAt, bandOf } from "../../src/scoring/band.ts";

const LIMITS = {
	unclearBelowTokens: 100,
	overwhelmingPValue: 0.0005,
	unclearPValue: 0.05,
};

describe("bandOf", () => {
	it.each([
		[0.005, 100, "machine-like", false],
		[0.0051, 100, "unclear", false],
		[0.05, 100, "unclear", false],
		[0.051, 100, "human-like", false],
		[0.001, 99, "unclear", true],
		[0.0005, 40, "machine-like", false],
		[0.9, 40, "human-like", true],
	] as const)("p %f, %i tokens: %s", (pValue, tokens, band, capped) => {
		expect(bandOf({ pValue, tokens, probability: 0.4 }, LIMITS)).toEqual({
			band,
			capped,
		});
	});

	it.each([
		[0.5, "human-like"],
		[0.51, "unclear"],
	] as const)(
		"probability %f, whatever the p-value: %s",
		(probability, band) => {
			const found = bandOf({ pValue: 0.9, tokens: 200, probability }, LIMITS);
			expect(found.band).toBe(band);
		},
	);
});

describe("bandAt", () => {
	it.each([
		[0.008, "unclear", false, "high", "machine-like"],
		[0.008, "unclear", true, "high", "unclear"],
		[0.008, "unclear", false, "normal", "unclear"],
		[0.003, "machine-like", false, "normal", "machine-like"],
		[0.003, "machine-like", false, "low", "unclear"],
		[0.001, "machine-like", false, "low", "machine-like"],
		[0.5, "human-like", false, "high", "human-like"],
	] as const)(
		"p %f, %s, capped %s, at %s: %s",
		(pValue, band, capped, sensitivity, at) => {
			expect(bandAt({ pValue, band, capped }, sensitivity)).toBe(at);
		},
	);
});
