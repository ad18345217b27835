import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lexicalFeatures } from "../../src/scoring/lexical-features.ts";

interface Case {
	readonly text: string;
	readonly buckets: number;
	readonly indices: readonly number[];
	readonly tf: readonly number[];
}

const cases: readonly Case[] = JSON.parse(
	readFileSync("tests/reference/lexical-cases.json", "utf8"),
);

describe("lexicalFeatures", () => {
	it.each(cases)(
		"$text in $buckets buckets",
		({ text, buckets, indices, tf }) => {
			const found = lexicalFeatures(text, buckets);
			expect([...found.indices]).toEqual(indices);
			expect(found.tf.length).toBe(tf.length);
			for (const [index, value] of tf.entries()) {
				expect(found.tf[index]).toBeCloseTo(value, 5);
			}
		},
	);

	it("takes a megabyte without a space", () => {
		expect(
			lexicalFeatures("a".repeat(1_000_000), 1024).indices.length,
		).toBeLessThanOrEqual(4);
	});
});
