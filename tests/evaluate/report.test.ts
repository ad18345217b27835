import { describe, expect, test } from "vitest";
import type { ScoredOutcome } from "../../scripts/evaluate/judge/outcome.ts";
import { attackReports } from "../../scripts/evaluate/report/attack-report.ts";
import { comparisonsOf } from "../../scripts/evaluate/report/comparisons.ts";
import { humanReport } from "../../scripts/evaluate/report/humans.ts";
import type { Judged } from "../../scripts/evaluate/report/judged.ts";
import { markdown } from "../../scripts/evaluate/report/markdown.ts";
import { measure } from "../../scripts/evaluate/report/measure.ts";
import { withAccuracy } from "../../scripts/evaluate/report/readme.ts";
import {
	sentenceCalls,
	sentenceReports,
} from "../../scripts/evaluate/report/sentence-calls.ts";
import { summarise } from "../../scripts/evaluate/report/summarise.ts";
import { attained } from "../../scripts/evaluate/report/target.ts";
import { TARGET_LINES } from "../../scripts/evaluate/report/target-lines.ts";
import { rowOf, scored } from "./rows.ts";

const SPLIT = { families: ["gemini"], neverRead: [], heldOut: {} };
const PROVENANCE = {
	commit: "abc",
	altered: false,
	detector: "def",
	seed: 1,
	date: "2026-01-01",
	texts: 4,
	sets: [],
	leftOut: undefined,
};
const DECLINED = { kind: "too-short", words: 5, detail: undefined } as const;
const GLIMPSE = "bench/glimpse-xsum-gpt-4";

const human = (id: string, probability: number): Judged => ({
	row: rowOf({ set: GLIMPSE, id, text: id }),
	outcome: scored(probability),
});
const machine = (id: string, probability: number): Judged => ({
	row: rowOf({ set: GLIMPSE, id, text: id, label: "ai" }),
	outcome: scored(probability),
});
const judged: readonly Judged[] = [
	human("h1", 0.1),
	human("h2", 0.95),
	machine("m1", 0.99),
	{ row: rowOf({ set: GLIMPSE, text: "m2", label: "ai" }), outcome: DECLINED },
];

describe("a set", () => {
	const [comparison] = comparisonsOf(judged, SPLIT);

	test("counts what was declined as missed and unmarked", () => {
		if (comparison === undefined) throw new Error("no comparison");
		const found = measure(comparison);
		expect(found.power.telltale).toEqual({ auroc: 0.5, t1: 0.5, t5: 0.5 });
		expect(found.notScored).toBe(1);
		expect(found.markedHumans).toMatchObject({ count: 1, total: 2 });
		expect(found.markedMachines).toMatchObject({ count: 1, total: 2 });
	});

	test("without both sides gives no comparison", () => {
		expect(comparisonsOf(judged.slice(0, 2), SPLIT)).toEqual([]);
	});
});

test("a human text that several sets share counts once", () => {
	const twice = [human("h", 0.95), human("h", 0.95)];
	const { all, byGenre } = humanReport(twice);
	expect(all.marked).toMatchObject({ count: 1, total: 1 });
	expect(byGenre.map(({ name }) => name)).toEqual(["benchmarks: blog"]);
});

test("sentences are called by what most of them was shown as", () => {
	const text = "One is here. Two is here. Three is here.";
	const machineRange = [{ from: 13, to: text.length }];
	const spans = [
		{ from: 0, to: 12, probability: 0.2 },
		{ from: 13, to: 25, probability: 0.9 },
		{ from: 26, to: 40, probability: 0.4 },
	];
	expect(sentenceCalls(text, machineRange, scored(0.9, { spans }))).toEqual([
		{ isMachine: false, called: false },
		{ isMachine: true, called: true },
		{ isMachine: true, called: false },
	]);
	expect(
		sentenceCalls(text, machineRange, DECLINED).some(({ called }) => called),
	).toBe(false);
});

test("sentences that a page does not mark are counted apart", () => {
	const text = "One is here. Two is here. Three is here.";
	const machine = [{ from: 13, to: text.length }];
	const spans = [
		{ from: 0, to: 12, probability: 0.2 },
		{ from: 13, to: 25, probability: 0.9 },
		{ from: 26, to: 40, probability: 0.9 },
	];
	const mixed = (fields: Partial<ScoredOutcome>): Judged => ({
		row: rowOf({ set: "made/splices", label: "mixed", text, machine }),
		outcome: scored(0.6, { spans, ...fields }),
	});
	const run = { from: 13, to: 40, pValue: 0.001, capped: false };
	const [unmarked] = sentenceReports([mixed({})]);
	expect(unmarked).toMatchObject({ given: 1, macroF1: 1, marked: 0 });
	expect(unmarked?.macroF1Marked).toBeLessThan(0.5);
	const [inPart] = sentenceReports([mixed({ run })]);
	expect(inPart).toMatchObject({ marked: 1, macroF1Marked: 1 });
});

test("an attack is measured against the same texts unaltered", () => {
	const set = "bench/glimpse-xsum-gpt-4";
	const altered: Judged = {
		row: rowOf({
			set: "made/misspelling",
			id: "a",
			label: "ai",
			alters: { set, id: "m1" },
		}),
		outcome: scored(0.3),
	};
	const [report] = attackReports([...judged, altered]);
	expect(report).toMatchObject({ attack: "misspelling", texts: 1 });
	expect(report?.clean).toBe(1);
	expect(report?.attacked).toBe(0);
	expect(report?.largestChange).toBeCloseTo(0.69);
});

describe("targets", () => {
	const target = { ...TARGET_LINES.ece, value: 0.035, note: "" };

	test.each([
		[0.03, "aim"],
		[0.04, "reach"],
		[0.041, "missed"],
		[undefined, undefined],
	])("a calibration error of %s attains %s", (value, expected) => {
		expect(attained({ ...target, value })).toBe(expected);
	});

	test("none is invented where nothing was scored", () => {
		const { targets } = summarise([], SPLIT, PROVENANCE);
		expect(targets).toHaveLength(Object.keys(TARGET_LINES).length);
		expect(targets.filter((one) => attained(one) !== undefined)).toEqual([]);
	});
});

describe("the report", () => {
	const results = summarise(judged, SPLIT, PROVENANCE);

	test("names commit, detector, seed and what was declined", () => {
		const text = markdown(results);
		expect(text).toContain("Commit abc, detector `def`, seed 1");
		expect(text).toContain("| too-short | 1 |");
		expect(text).toContain("Fast-DetectGPT (published)");
		expect(text).not.toMatch(/undefined|NaN|Infinity/);
	});

	test("fills the marked section of a document and nothing else", () => {
		const document =
			"a\n<!-- accuracy:begin -->stale figures<!-- accuracy:end -->\nb";
		const filled = withAccuracy(document, results);
		expect(filled).toMatch(/^a\n<!-- accuracy:begin -->/);
		expect(filled).toMatch(/<!-- accuracy:end -->\nb$/);
		expect(filled).not.toContain("stale figures");
		expect(withAccuracy("no section", results)).toBe("no section");
	});

	test("keeps no text", () => {
		expect(JSON.stringify(results.worst)).toBe(
			JSON.stringify([
				{ set: GLIMPSE, id: "h2", probability: 0.95, pValue: (1 - 0.95) / 100 },
				{ set: GLIMPSE, id: "h1", probability: 0.1, pValue: 0.9 },
			]),
		);
	});
});
