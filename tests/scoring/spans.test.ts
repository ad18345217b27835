import { describe, expect, it } from "vitest";
import type { LexicalHead } from "../../src/scoring/heads/types.ts";
import { lexicalFeatures } from "../../src/scoring/lexical-features.ts";
import { normalise } from "../../src/scoring/normalise.ts";
import {
	judgeStretches,
	readStretches,
	spansOf,
} from "../../src/scoring/spans.ts";
import { createFakeModel } from "../fake-model.ts";

const HEAD = {
	scale: 1,
	offset: 0,
	lexical: 0,
	own: 0,
	stay: 0.9,
	minTokens: 3,
};
/** Weighs the one word, in any form that counts as a feature. */
const lexicalOf = (word: string, weight: number): LexicalHead => {
	const buckets = 2 ** 16;
	const weights = new Int8Array(buckets);
	for (const bucket of lexicalFeatures(word, buckets).indices)
		weights[bucket] = weight;
	return { grams: "spaced", buckets, scale: 0.1, bias: 0, weights };
};
const NO_WORDS = lexicalOf("", 0);
const model = createFakeModel();

async function spans(raw: string, head = HEAD, lexical = NO_WORDS) {
	const normalised = normalise(raw);
	const [scores] = await model.score(
		[normalised.text],
		new AbortController().signal,
	);
	if (scores === undefined) throw new Error("no scores");
	const heads = { spans: head, lexical };
	const stretches = judgeStretches(
		readStretches(normalised.text, scores, heads),
		head,
	);
	return spansOf(normalised, raw, stretches).map(
		({ from, to, probability }) => ({
			text: raw.slice(from, to),
			probability,
		}),
	);
}

describe("spansOf", () => {
	it("tells machine sentences from human ones and gives the page's own characters", async () => {
		const raw =
			"  I went \u201chome\u201d then \u2014 late.\nThe machine ma\u200bchine machine machine\u2026 machine.  But I did not stay there.  ";
		const found = await spans(raw);
		expect(found.map(({ text }) => text)).toEqual([
			"I went \u201chome\u201d then \u2014 late.",
			"The machine ma\u200bchine machine machine\u2026 machine.",
			"But I did not stay there.",
		]);
		expect(found.map(({ probability }) => probability > 0.5)).toEqual([
			false,
			true,
			false,
		]);
	});

	it("gives a token that begins with a space to the sentence of its letters", () => {
		const raw = "He left. Machines stayed. We slept.";
		const ends = [2, 7, 8, 17, 24, 25, 28, 34, 35];
		const scores = {
			from: Uint32Array.of(0, ...ends.slice(0, -1)),
			to: Uint32Array.from(ends),
			evidence: Float32Array.of(-3, -3, -3, 9, 9, 9, -3, -3, -3),
			logProb: new Float32Array(9),
			entropy: new Float32Array(9),
			variance: new Float32Array(9),
			rank: new Float32Array(9),
			topLogProb: new Float32Array(9),
		};
		const independent = { ...HEAD, scale: 0.1, stay: 0.5 };
		const heads = { spans: independent, lexical: NO_WORDS };
		const stretches = judgeStretches(
			readStretches(raw, scores, heads),
			independent,
		);
		const found = spansOf(normalise(raw), raw, stretches);
		const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));
		expect(found.map(({ probability }) => probability)).toEqual([
			expect.closeTo(sigmoid(-0.9)),
			expect.closeTo(sigmoid(2.7)),
			expect.closeTo(sigmoid(-0.9)),
		]);
	});

	it("weighs the words of each sentence beside its evidence", async () => {
		const head = { ...HEAD, scale: 0, lexical: 5, stay: 0.5 };
		const raw = "I went home then. A tapestry hung there. But I did not stay.";
		const found = await spans(raw, head, lexicalOf("tapestry", 100));
		const [before = 1, words = 0, after = 1] = found.map(
			({ probability }) => probability,
		);
		expect(words).toBeGreaterThan(0.9);
		expect(before).toBeLessThan(words);
		expect(after).toBeLessThan(words);
	});

	it("measures against the passage's own level as far as it is told to", async () => {
		const raw = "The machine machine machine stood. But I did not stay there.";
		const apart = await spans(raw, { ...HEAD, own: 1, stay: 0.5, scale: 0.1 });
		const sum = apart.map(({ probability }) =>
			Math.log(probability / (1 - probability)),
		);
		expect((sum[0] ?? 0) + (sum[1] ?? 0)).toBeCloseTo(0, 5);
		expect(sum[0]).toBeGreaterThan(0);
	});

	it("joins short sentences to the next and the last to the one before", async () => {
		const found = await spans("Yes. No. We all went home early today. Good.", {
			...HEAD,
			minTokens: 5,
		});
		expect(found.map(({ text }) => text)).toEqual([
			"Yes. No. We all went home early today. Good.",
		]);
		const two = await spans("Yes. We all went home. They stayed at home. Ok.", {
			...HEAD,
			minTokens: 5,
		});
		expect(two.map(({ text }) => text)).toEqual([
			"Yes. We all went home.",
			"They stayed at home. Ok.",
		]);
	});

	it("has one span for a passage that is short throughout and none for nothing", async () => {
		expect(await spans("Yes. No.", { ...HEAD, minTokens: 50 })).toHaveLength(1);
		expect(await spans("")).toEqual([]);
	});
});
