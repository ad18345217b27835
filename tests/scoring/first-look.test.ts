import { describe, expect, it } from "vitest";
import { createDetector } from "../../src/scoring/detector.ts";
import { HeadsError, parseHeads } from "../../src/scoring/heads.ts";
import type { Scored } from "../../src/scoring/verdict.ts";
import { createFakeModel } from "../fake-model.ts";
import {
	CHINESE_BUCKETS,
	headsDescription,
	lexicalWeights,
	withChinese,
} from "./heads-sample.ts";

const { signal } = new AbortController();
const ENGLISH =
	"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it. ".repeat(
		3,
	);
const CHINESE =
	"那座旧桥已经关闭了一年，镇政府终于决定修理它，村里的大多数人早就不再问起这件事了。后来有人说，钱其实早就到位了，只是没有人愿意先动手。".repeat(
		12,
	);

const clearing = (belowLexical: number) =>
	parseHeads(
		{ ...headsDescription(), clears: { belowLexical, evidence: -0.5 } },
		lexicalWeights(),
	);

async function judged(
	text: string,
	heads: ReturnType<typeof parseHeads>,
	readAll = false,
) {
	const model = createFakeModel({ evidenceOf: () => 5 });
	const detector = createDetector(model, heads, { readAll });
	const [verdict] = await detector.judge([text], signal);
	if (verdict?.kind !== "scored") throw new Error(verdict?.kind);
	return { verdict, calls: model.calls.length };
}

const partsOf = ({ reasons }: Scored) => reasons.map(({ part }) => part);

describe("what n-grams settle", () => {
	it("never reaches the model, and shows only what was read", async () => {
		const { verdict, calls } = await judged(ENGLISH, clearing(100));
		expect(calls).toBe(0);
		expect(verdict.statistics).toBeUndefined();
		expect(verdict.spans).toEqual([]);
		expect(partsOf(verdict)).not.toContain("evidence");
		expect(partsOf(verdict)).not.toContain("log-probability");
	});

	it("goes to the model where it is not below the bound", async () => {
		const { verdict, calls } = await judged(ENGLISH, clearing(-100));
		expect(calls).toBe(1);
		expect(verdict.statistics?.evidence).toBe(5);
		expect(partsOf(verdict)).toContain("evidence");
	});

	it("keeps its verdict when the model reads it all the same", async () => {
		const plain = await judged(ENGLISH, clearing(100));
		const all = await judged(ENGLISH, clearing(100), true);
		expect(all.calls).toBe(1);
		expect(all.verdict.statistics?.evidence).toBe(5);
		expect({ ...all.verdict, statistics: undefined }).toEqual(plain.verdict);
	});
});

it("a language whose heads weigh n-grams alone never asks the model", async () => {
	const weights = new Uint8Array(CHINESE_BUCKETS);
	const files = new Map([["lexical-zh.bin", weights]]);
	const heads = parseHeads(withChinese(), lexicalWeights(), files);
	const { verdict, calls } = await judged(CHINESE, heads);
	expect(calls).toBe(0);
	expect(verdict.statistics).toBeUndefined();
});

it("a bound that is no number is refused", () => {
	const clears = { belowLexical: "low", evidence: 0 };
	expect(() =>
		parseHeads({ ...headsDescription(), clears }, lexicalWeights()),
	).toThrow(HeadsError);
});
