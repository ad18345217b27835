import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lettersPerWord, registerOf } from "../../src/scoring/register.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

interface Case {
	readonly text: string;
	readonly letters: number;
	readonly register: string;
}

const cases: readonly Case[] = JSON.parse(
	readFileSync("tests/reference/register-cases.json", "utf8"),
);

describe("registerOf: cases shared with Python", () => {
	it.each(cases)("$text", ({ text, letters, register }) => {
		expect(lettersPerWord(text)).toBeCloseTo(letters, 8);
		expect(registerOf(text)).toBe(register);
	});
});

describe("registerOf", () => {
	it("answers for every string, and soon", () => {
		const random = randomFrom(9);
		const texts = [
			...hostileTexts(20_000),
			...Array.from({ length: 200 }, () => hostileText(random, 60)),
		];
		const began = performance.now();
		for (const text of texts) {
			expect(["informal", "neutral", "formal"]).toContain(registerOf(text));
		}
		expect(performance.now() - began).toBeLessThan(2000);
	});

	it("does not change when words change places", () => {
		const words = "The committee shall meet and we don't know why".split(" ");
		expect(lettersPerWord(words.toReversed().join(", "))).toBe(
			lettersPerWord(words.join(" ")),
		);
	});
});
