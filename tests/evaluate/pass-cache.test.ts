import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPasses } from "../../scripts/evaluate/judge/pass-cache.ts";
import type {
	LanguageModel,
	TokenScores,
} from "../../src/scoring/language-model.ts";

const numbers = (first: number, count: number): Float32Array =>
	Float32Array.from({ length: count }, (_, i) =>
		i === 0 ? Number.NaN : first + i / 3,
	);

function scoresOf({ length }: string): TokenScores {
	return {
		from: Uint32Array.from({ length }, (_, i) => i),
		to: Uint32Array.from({ length }, (_, i) => i + 1),
		logProb: numbers(-1, length),
		entropy: numbers(2, length),
		variance: numbers(3, length),
		rank: numbers(4, length),
		topLogProb: numbers(-5, length),
		evidence: numbers(6, length),
	};
}

function fakeModel(): LanguageModel & { readonly asked: string[] } {
	const asked: string[] = [];
	return {
		asked,
		countTokens: ({ length }) => length,
		score: async (texts) => {
			asked.push(...texts);
			return texts.map(scoresOf);
		},
	};
}

const file = () => join(mkdtempSync(join(tmpdir(), "passes-")), "a.passes");
const { signal } = new AbortController();

test("every text passes the model once, and its numbers come back as they were", async () => {
	const path = file();
	const model = fakeModel();
	const first = openPasses(path);
	await first.around(model).score(["ab", "abc", "ab"], signal);
	const again = await first.around(model).score(["abc", "abcd"], signal);
	first.close();
	const second = openPasses(path);
	const later = await second.around(model).score(["abcd", "ab"], signal);
	second.close();
	expect(model.asked).toEqual(["ab", "abc", "abcd"]);
	expect(again).toEqual(["abc", "abcd"].map(scoresOf));
	expect(later).toEqual(["abcd", "ab"].map(scoresOf));
});

test("a record that was cut off is written anew", async () => {
	const path = file();
	const model = fakeModel();
	const first = openPasses(path);
	await first.around(model).score(["ab"], signal);
	first.close();
	appendFileSync(path, new Uint8Array(50).fill(1));
	const second = openPasses(path);
	await second.around(model).score(["abc"], signal);
	second.close();
	const third = openPasses(path);
	expect(await third.around(model).score(["ab", "abc"], signal)).toEqual(
		["ab", "abc"].map(scoresOf),
	);
	third.close();
	expect(model.asked).toEqual(["ab", "abc"]);
});
