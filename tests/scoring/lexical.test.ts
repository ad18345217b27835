import { describe, expect, it } from "vitest";
import { NEVER_SEEN, scoreLexical } from "../../src/scoring/lexical.ts";
import { lexicalExamples } from "../../src/scoring/lexical-examples.ts";
import {
	bigramBucket,
	characterBucket,
	lexicalFeatures,
	wordBucket,
} from "../../src/scoring/lexical-features.ts";
import { normalise } from "../../src/scoring/normalise.ts";

const BUCKETS = 1 << 16;

/** Weights of the given words, pairs ("a b") and Chinese n-grams; `rest` for all others. */
function headOf(known: Readonly<Record<string, number>>, rest = 0) {
	const weights = new Int8Array(BUCKETS).fill(rest);
	for (const [gram, weight] of Object.entries(known)) {
		const [first = "", second] = gram.split(" ");
		if (/\p{sc=Han}/u.test(gram))
			weights[characterBucket(gram, BUCKETS)] = weight;
		else if (second === undefined) weights[wordBucket(first, BUCKETS)] = weight;
		else weights[bigramBucket(first, second, BUCKETS)] = weight;
	}
	return {
		grams: "spaced" as const,
		buckets: BUCKETS,
		scale: 0.01,
		bias: 0.25,
		weights,
	};
}

describe("scoreLexical", () => {
	const features = {
		indices: Uint32Array.of(1, 2, 3),
		tf: Float32Array.of(1, 2, 2),
	};

	it("weighs what training has seen, over the length of everything", () => {
		const head = headOf({});
		head.weights.set([NEVER_SEEN, 30, -60], 1);
		const { logit, coverage } = scoreLexical(features, head);
		expect(logit).toBeCloseTo(0.25 + (2 * 0.3 - 2 * 0.6) / 3, 12);
		expect(coverage).toBeCloseTo(8 / 9, 12);
	});

	it("is the bias, covered by nothing, for text never seen", () => {
		const unseen = headOf({}, NEVER_SEEN);
		expect(scoreLexical(features, unseen)).toMatchObject({
			logit: 0.25,
			coverage: 0,
		});
		expect(scoreLexical(lexicalFeatures("", BUCKETS), unseen)).toMatchObject({
			logit: 0.25,
			coverage: 0,
		});
	});
});

describe("lexicalExamples", () => {
	const examples = (raw: string, known: Readonly<Record<string, number>>) =>
		lexicalExamples(normalise(raw), raw, headOf(known));

	it("gives words and pairs in the page's spelling, strongest first", () => {
		const raw =
			"We De\u200blve into a rich  Tapestry, don\u2019t we? Kinda nice tho.";
		expect(
			examples(raw, {
				delve: 60,
				"rich tapestry": 90,
				tapestry: 70,
				kinda: -80,
				"don't": -20,
			}),
		).toEqual({
			machine: ["rich Tapestry", "De\u200blve"],
			human: ["Kinda", "don\u2019t"],
		});
	});

	it("counts a word once and gives five at most", () => {
		const known = Object.fromEntries(
			[..."abcdefgh"].map((letter, i) => [`${letter}word`, 100 - i]),
		);
		const raw = `${Object.keys(known).join(" ")} aword Aword`;
		const { machine, human } = examples(raw, known);
		expect(machine).toEqual(["aword", "bword", "cword", "dword", "eword"]);
		expect(human).toEqual([]);
	});

	it("takes runs of characters from Chinese", () => {
		expect(
			examples("总而言之，这很好。", { 总而言之: 90, 而言: 50, 很好: -30 }),
		).toEqual({
			machine: ["总而言之"],
			human: ["很好"],
		});
	});
});
