import { describe, expect, test } from "vitest";
import { exactShare } from "../../scripts/evaluate/metrics/binomial.ts";
import { expectedCalibrationError } from "../../scripts/evaluate/metrics/calibration.ts";
import { macroF1 } from "../../scripts/evaluate/metrics/f1.ts";
import { histogram } from "../../scripts/evaluate/metrics/histogram.ts";
import {
	LENGTH_BINS,
	lengthBin,
} from "../../scripts/evaluate/metrics/lengths.ts";
import {
	auroc,
	rocCurve,
	thresholdAt,
	truePositivesAt,
} from "../../scripts/evaluate/metrics/roc.ts";
import cases from "./metric-cases.json" with { type: "json" };

const NOT_SCORED = Number.NEGATIVE_INFINITY;

describe("ROC", () => {
	test.each(cases.roc)("case %# equals scikit-learn", (sides) => {
		expect(auroc(sides)).toBeCloseTo(sides.auroc, 12);
		for (const [index, level] of [0.01, 0.05].entries())
			expect(truePositivesAt(sides, level)).toBeCloseTo(
				sides.truePositives[index] ?? Number.NaN,
				12,
			);
	});

	test("what was not scored counts below everything and is never found", () => {
		const sides = { human: [NOT_SCORED, 1], machine: [NOT_SCORED, 2] };
		expect(auroc(sides)).toBe((0.5 + 2) / 4);
		expect(truePositivesAt(sides, 0)).toBe(0.5);
		const none = { human: [NOT_SCORED], machine: [NOT_SCORED] };
		expect(thresholdAt(none, 1)).toBe(Number.POSITIVE_INFINITY);
		expect(truePositivesAt(none, 1)).toBe(0);
	});

	test("no humans, no figures", () => {
		expect(truePositivesAt({ human: [], machine: [1] }, 0.01)).toBeNaN();
		expect(auroc({ human: [], machine: [1] })).toBeNaN();
	});

	test("the curve ends at (1, 1) and passes ties in one step", () => {
		expect(rocCurve({ human: [1, 0], machine: [1, 2] })).toEqual([
			{ threshold: 2, falsePositive: 0, truePositive: 0.5 },
			{ threshold: 1, falsePositive: 0.5, truePositive: 1 },
			{ threshold: 0, falsePositive: 1, truePositive: 1 },
		]);
	});
});

test.each(cases.calibration)("calibration error, case %#", (one) => {
	const forecasts = one.probability.map((probability, index) => ({
		probability,
		isMachine: one.truth[index] === 1,
	}));
	expect(expectedCalibrationError(forecasts)).toBeCloseTo(one.error, 12);
});

test("calibration error of nothing is no number", () => {
	expect(expectedCalibrationError([])).toBeNaN();
});

test.each(cases.shares)("interval of $count in $total", (one) => {
	const { low, high } = exactShare(one.count, one.total);
	expect(low).toBeCloseTo(one.low, 9);
	expect(high).toBeCloseTo(one.high, 9);
});

test("an impossible share is refused", () => {
	expect(() => exactShare(2, 1)).toThrow(RangeError);
	expect(exactShare(0, 0)).toEqual({ count: 0, total: 0, low: 0, high: 1 });
});

test.each(cases.f1)("macro-F1, case %#", (one) => {
	const calls = one.truth.map((truth, index) => ({
		isMachine: truth === 1,
		called: one.called[index] === 1,
	}));
	expect(macroF1(calls)).toBeCloseTo(one.macroF1, 12);
});

test.each([
	[0, "0–29"],
	[29, "0–29"],
	[30, "30–49"],
	[349, "200–349"],
	[9999, "350+"],
])("%i words are of bin %s", (words, bin) => {
	expect(lengthBin(words)).toBe(bin);
	expect(LENGTH_BINS).toContain(bin);
});

test("a histogram keeps 1 in its last bin", () => {
	expect(histogram([0, 0.49, 0.5, 1], 2)).toEqual([2, 2]);
});
