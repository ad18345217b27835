import { expect, it } from "vitest";
import { createBook } from "../../src/content/book.ts";
import { measuresOf } from "../../src/content/report.ts";
import { machineShare } from "../../src/scoring/page-rule.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";
import { markedArea } from "../../src/shared/marked-area.ts";
import type { Sensitivity } from "../../src/shared/settings.ts";
import { passage, prose, scored } from "./fakes.ts";

const text = prose("robot");
const measuresFor = (
	verdict: Verdict | undefined,
	sensitivity: Sensitivity = "normal",
) => {
	const book = createBook();
	book.replace([passage(text, 100)]);
	if (verdict !== undefined) book.enter(text, verdict);
	return measuresOf(book, ({ text }) =>
		markedArea(verdict, text.length, sensitivity),
	);
};

const partMarked = {
	...scored(text, 0.008),
	run: { from: 0, to: 20, pValue: 0.002, capped: false },
};

it.each([
	["a passage that may be marked", scored(text, 0.002), 0.002],
	["one that reads human", scored(text, 0.7), 0.7],
	["one too short to be marked", { ...scored(text, 0.002), capped: true }, 1],
	[
		"one that was not scored",
		{ kind: "too-short", words: 100, hidden: scored(text, 1).hidden },
		undefined,
	],
	["one marked only in part", partMarked, 1],
	["one not judged yet", undefined, undefined],
] as const)("p-value of %s", (_name, verdict, pValue) => {
	const [measure] = measuresFor(verdict);
	expect(measure?.words).toBe(100);
	expect(measure?.pValue).toBe(pValue);
});

it("counts a passage as a whole where the sensitivity marks all of it", () => {
	expect(measuresFor(partMarked, "high")).toEqual([
		{ words: 100, pValue: 0.008 },
	]);
});

it("counts nothing as machine-written that cannot be marked", () => {
	const measures = measuresFor({ ...scored(text, 0.002), capped: true });
	const share = machineShare(
		measures.map(({ words, pValue }) => ({ words, pValue })),
	);
	expect(share).toEqual({ share: 0, discoveries: 0 });
});
