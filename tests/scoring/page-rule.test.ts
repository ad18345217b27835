import { describe, expect, it } from "vitest";
import {
	FALSE_DISCOVERY_RATE,
	machineShare,
} from "../../src/scoring/page-rule.ts";

/** Passages of ten words each. */
const page = (pValues: readonly (number | undefined)[]) =>
	pValues.map((pValue) => ({ words: 10, pValue }));

/** `count` values of which the first `few` are `p` and the others far from any discovery. */
const few = (number: number, p: number, count: number): number[] =>
	Array.from({ length: count }, (_, i) => (i < number ? p : 0.5));

/** p-values and how many of them `scipy.stats.false_discovery_control` (SciPy 1.17.1) brings to .05 or below. */
const SCIPY: readonly [readonly number[], number][] = [
	[
		[
			0.0805, 0.0037, 0.2784, 0.303, 0.0007, 0.8736, 0.8972, 0.0007, 0.6251,
			0.7757, 0.0053, 0.3002, 0.8212, 0.4679, 0.2252, 0.7971,
		],
		4,
	],
	[
		[
			0.0593, 0.3876, 0.6397, 0.0565, 0.1502, 0.3794, 0.5078, 0.8713, 0.0007,
			0.9787, 0.0915, 0.2554, 0.59, 0.323, 0.5098, 0.5982, 0.3613, 0.8472,
			0.8163, 0.7418, 0.5411, 0.1419, 0.0007, 0.0033,
		],
		3,
	],
	[
		[
			0.753, 0.9334, 0.6578, 0.5903, 0.3722, 0.0304, 0.8105, 0.4282, 0.5237,
			0.0052, 0.6837, 0.0039, 0.8728, 0.1229, 0.1368, 0.5191, 0.9671, 0.4189,
			0.3442, 0.9092, 0.1511, 0.7652, 0.3554,
		],
		0,
	],
	[
		[
			0.0044, 0.0007, 0.5807, 0.0031, 0.0548, 0.0007, 0.0007, 0.7428, 0.8965,
			0.0007, 0.0007, 0.0007,
		],
		8,
	],
];

describe("machineShare", () => {
	it.each<[string, readonly (number | undefined)[], number]>([
		["an empty page", [], 0],
		["nothing scored", [undefined, undefined], 0],
		["one human passage", [0.4], 0],
		["one passage at the rate", [0.05], 1],
		["one passage above it", [0.0501], 0],
		["two, each at its part of the rate", [0.025, 0.05], 2],
		["a worse one carries a better one", [0.04, 0.05], 2],
		["ties are discovered together", [0.03, 0.03, 0.03, 0.9], 3],
		["one mark among twenty", few(1, 0.0025, 20), 1],
		["one mark at 1 in 200 among twenty", few(1, 0.005, 20), 0],
		["all human", [0.11, 0.32, 0.5, 0.74, 0.98], 0],
		["unscored ones are no tests", [0.04, ...Array(99).fill(undefined)], 1],
	])("%s", (_, pValues, discoveries) => {
		expect(machineShare(page(pValues)).discoveries).toBe(discoveries);
	});

	it.each([
		[70, 1, 1],
		[72, 1, 0],
		[72, 2, 2],
		[143, 2, 0],
		[143, 3, 3],
	])(
		"at a floor of .0007, %i passages with %i at it: %i",
		(count, at, found) => {
			const { discoveries } = machineShare(page(few(at, 0.0007, count)));
			expect(discoveries).toBe(found);
		},
	);

	it("weighs by words, and counts unscored words among the page's", () => {
		const found = machineShare([
			{ words: 120, pValue: 0.001 },
			{ words: 60, pValue: 0.6 },
			{ words: 20, pValue: undefined },
		]);
		expect(found).toEqual({ share: 0.6, discoveries: 1 });
	});

	it("gives no share of a page without words", () => {
		expect(machineShare([]).share).toBe(0);
		expect(machineShare([{ words: 0, pValue: 0.001 }]).share).toBe(0);
	});

	it.each(SCIPY)("agrees with SciPy (%#)", (pValues, discoveries) => {
		expect(FALSE_DISCOVERY_RATE).toBe(0.05);
		expect(machineShare(page(pValues)).discoveries).toBe(discoveries);
		expect(machineShare(page(pValues.toReversed()))).toEqual(
			machineShare(page(pValues)),
		);
	});
});
