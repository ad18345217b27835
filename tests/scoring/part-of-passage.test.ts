import { describe, expect, it } from "vitest";
import { createDetector } from "../../src/scoring/detector.ts";
import { parseHeads } from "../../src/scoring/heads.ts";
import type { Scored } from "../../src/scoring/verdict.ts";
import { WELL_KNOWN_TEXTS } from "../../src/scoring/well-known/texts.ts";
import { createFakeModel } from "../fake-model.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";

const heads = parseHeads(headsDescription(), lexicalWeights());
const { signal } = new AbortController();
const HUMAN =
	"The old bridge had been closed for a year when the council finally said that it would be repaired. Most people in the village had stopped asking about it by then. My uncle still walked down to look at it every morning. He came back with mud on his boots and said nothing. ".repeat(
		3,
	);
const INSERTED =
	"This machine sentence is about the bridge and machine of the village. It was a machine that the people asked about in the machine. Every machine was said to be the machine that they had asked about. ";

/** The detector's verdict on one text when a machine's words weigh so much, and what the model was asked. */
async function judged(raw: string, machineEvidence: number) {
	const model = createFakeModel({
		evidenceOf: (token) => (token === "machine" ? machineEvidence : -0.5),
	});
	const [verdict] = await createDetector(model, heads).judge([raw], signal);
	if (verdict?.kind !== "scored") throw new Error("this is prose");
	return { verdict, calls: model.calls };
}

const textOf = (raw: string, { run }: Scored): string | undefined =>
	run && raw.slice(run.from, run.to);

describe("a part of a passage", () => {
	const mixed = HUMAN + INSERTED + HUMAN;

	it("is read by itself, in the page's own characters", async () => {
		const quoted = mixed.replace(
			"This machine",
			"\u201cThis\u201d ma\u200bchine",
		);
		const { calls } = await judged(quoted, 12);
		expect(calls.map((texts) => texts.length)).toEqual([1, 1]);
		expect(calls[1]?.[0]).toMatch(/^"This" machine sentence.*asked about\.$/);
	});

	it("makes the passage unclear, and its sentences alone are given", async () => {
		const { verdict } = await judged(mixed, 12);
		expect(verdict.band).toBe("unclear");
		expect(verdict.pValue).toBeGreaterThan(0.05);
		expect(textOf(mixed, verdict)).toBe(INSERTED.trim());
		const from = HUMAN.length;
		for (const span of verdict.spans) {
			expect(span.from).toBeGreaterThanOrEqual(from);
			expect(span.to).toBeLessThanOrEqual(from + INSERTED.length);
			expect(span.probability).toBeGreaterThan(0.5);
		}
		expect(verdict.spans.length).toBeGreaterThanOrEqual(3);
	});

	it("has twice the p-value it would have as a passage, since it was picked, and is capped where that is too short", async () => {
		const { verdict } = await judged(mixed, 12);
		const alone = await judged(INSERTED.trim(), 12);
		expect(verdict.run?.pValue).toBeCloseTo(2 * alone.verdict.pValue, 12);
		expect(alone.verdict.tokens).toBeLessThan(heads.unclearBelowTokens);
		expect(verdict.run?.capped).toBe(true);
		const longer = HUMAN + INSERTED.repeat(3) + HUMAN.repeat(2);
		expect((await judged(longer, 12)).verdict.run?.capped).toBe(false);
	});

	it("changes nothing when it reads human-like by itself", async () => {
		const { verdict, calls } = await judged(mixed, 6);
		expect(calls.length).toBe(2);
		expect(verdict).toMatchObject({ band: "human-like", run: undefined });
		expect(verdict.spans).toEqual([]);
	});

	it("is not looked for in what is marked as a whole", async () => {
		const { verdict, calls } = await judged(INSERTED.repeat(4) + HUMAN, 30);
		expect(verdict).toMatchObject({ band: "machine-like", run: undefined });
		expect(calls.length).toBe(1);
	});

	it("passes the gates like a passage: a famous text that someone quotes is not a machine's", async () => {
		const known =
			WELL_KNOWN_TEXTS.find((text) => text.startsWith("Call me")) ?? "";
		const reworded = known
			.replaceAll(" the ", " thee ")
			.replaceAll(" and ", " andd ");
		const model = createFakeModel({
			evidenceOf: (token) => (HUMAN.includes(token) ? -1 : 3),
		});
		const [quoting, own] = await createDetector(model, heads).judge(
			[known, reworded].map((text) => HUMAN.repeat(2) + text),
			signal,
		);
		expect(quoting).toMatchObject({ kind: "scored", run: undefined });
		expect(own).toMatchObject({ kind: "scored", run: { capped: false } });
	});
});
