import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/scoring/normalise.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

interface Case {
	readonly name: string;
	readonly raw: string;
	readonly text: string;
}

const cases: readonly Case[] = JSON.parse(
	readFileSync("tests/reference/normalise-cases.json", "utf8"),
);

describe("normalise: cases shared with Python", () => {
	it.each(cases)("$name", ({ raw, text }) => {
		expect(normalise(raw).text).toBe(text);
		expect(normalise(text).text).toBe(text);
	});
});

describe("normalise: hidden characters", () => {
	const none = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };
	it.each([
		["The cat\u200b sat\u2060.", { ...none, zeroWidth: 2 }],
		["\u202eThe cat\u202c", { ...none, direction: 2 }],
		["Th\u0435 \u0441at and \u{1d41a}", { ...none, lookAlike: 3 }],
		["a\0b\u{e0041}", { ...none, other: 2 }],
		["Z\u0351\u036b\u0343\u032a", { ...none, other: 4 }],
		["hy\u00adphen, \u{1f468}\u200d\u{1f469} \u2764\ufe0f", none],
		["\ufeffA text with a byte order mark", none],
		["\u05d0\u05d1\u200f, \u05d2", none],
		["\u0928\u094d\u200d\u0928", none],
		["caf\u00e9 and cafe\u0301, \u1eb9\u0301k\u1ecd\u0301", none],
		["TNF\u03b1 and NF-\u03baB", none],
	])("%j", (raw, hidden) => {
		expect(normalise(raw).hidden).toEqual(hidden);
	});
});

describe("normalise: map", () => {
	it.each([
		["He said \u2014 \u201cno\u201d.", "no", "no"],
		["It is de\u200blve here", "delve", "de\u200blve"],
		["a \ufb01nd b", "find", "\ufb01nd"],
		["One.Two three", "Two", "Two"],
		["well\u2026 then", "then", "then"],
		["\u{1d4d1}\u{1d4f8} b", "Bo", "\u{1d4d1}\u{1d4f8}"],
	])("%j: %j", (raw, part, rawPart) => {
		const { text, map } = normalise(raw);
		const from = text.indexOf(part);
		expect(raw.slice(map[from], map[from + part.length])).toContain(rawPart);
		expect(raw.slice(map[from]).startsWith(rawPart)).toBe(true);
	});

	it("is the identity on plain text", () => {
		expect([...normalise("plain text").map]).toEqual([
			0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		]);
	});
});

describe("normalise: hostile text", () => {
	it("is idempotent, and its map is complete and never decreases", () => {
		const random = randomFrom(1);
		for (let round = 0; round < 4000; round++) {
			const raw = hostileText(random, 24);
			const { text, map } = normalise(raw);
			expect(normalise(text).text, JSON.stringify(raw)).toBe(text);
			expect(map.length).toBe(text.length + 1);
			expect(map.at(-1)).toBe(raw.length);
			expect(map.every((at, i) => at >= (map[i - 1] ?? 0))).toBe(true);
			expect(text, JSON.stringify(raw)).not.toMatch(/\p{Cs}/u);
		}
	});

	it.each(
		hostileTexts(20_000).map((text) => [
			JSON.stringify(text.slice(0, 12)),
			text,
		]),
	)("takes time in proportion to the length: %s", (_, text) => {
		const time = (input: string): number => {
			const start = performance.now();
			normalise(input);
			return performance.now() - start;
		};
		time(text);
		const short = Math.max(time(text), 20);
		const long = text.repeat(4);
		expect(Math.min(time(long), time(long))).toBeLessThan(short * 16);
	});
});
