import { describe, expect, it } from "vitest";
import { fuse } from "../../src/scoring/fusion.ts";
import type { FusionHead } from "../../src/scoring/heads/types.ts";

/** Weighs how predictable a passage is, and only above -2.8 nats a token. */
const HEAD: FusionHead = {
	intercept: 0.5,
	referenceTokens: 200,
	longestTokens: 224,
	length: 1,
	parts: [
		{
			part: "log-probability",
			centre: -2.8,
			slope: 2,
			slopePerLogTokens: 0,
			min: -2.8,
			max: -1.5,
		},
	],
};

const fused = (meanLogProb: number | undefined, tokens = 200) =>
	fuse(
		{ tokens, evidence: 0, lexicalLogit: 0, lexicalCoverage: 1, meanLogProb },
		HEAD,
	).score;

describe("fuse", () => {
	it.each([
		["surprising text gains and loses nothing", -4, 0],
		["predictable text gains by how predictable it is", -2.3, 1],
		["but by no more than the largest value says", -0.1, 2.6],
		["a passage the model has not read neither", undefined, 0],
	] as const)("%s", (_, meanLogProb, gained) => {
		expect(fused(meanLogProb)).toBeCloseTo(0.5 + gained, 12);
	});

	it.each([
		[0, -Math.log(200)],
		[100, -Math.log(2)],
		[200, 0],
		[224, Math.log(224 / 200)],
		[100_000, Math.log(224 / 200)],
	])("%i tokens weigh as many as were fitted at most: %f", (tokens, weight) => {
		expect(fused(-4, tokens)).toBeCloseTo(0.5 + weight, 12);
	});
});
