import { describe, expect, it } from "vitest";
import { machinePosteriors } from "../../src/scoring/spans/posteriors.ts";
import { randomFrom } from "./random.ts";

/** The same by adding up the probability of every path through the two states. */
function byEnumeration(logOdds: readonly number[], stay: number): number[] {
	const size = logOdds.length;
	const totals = new Array<number>(size).fill(0);
	let all = 0;
	for (let path = 0; path < 2 ** size; path++) {
		const state = (index: number) => (path >> index) & 1;
		let probability = 0.5;
		for (let index = 0; index < size; index++) {
			if (index > 0) {
				probability *= state(index) === state(index - 1) ? stay : 1 - stay;
			}
			if (state(index) === 1) probability *= Math.exp(logOdds[index] ?? 0);
		}
		all += probability;
		totals.forEach((total, index) => {
			if (state(index) === 1) totals[index] = total + probability;
		});
	}
	return totals.map((total) => total / all);
}

describe("machinePosteriors", () => {
	it("equals the sum over all paths", () => {
		const random = randomFrom(5);
		for (let round = 0; round < 200; round++) {
			const logOdds = Array.from(
				{ length: random(9) },
				() => random(1000) / 100 - 5,
			);
			const stay = random(101) / 100;
			const found = machinePosteriors(logOdds, stay);
			const expected = byEnumeration(logOdds, stay);
			expect(found.length).toBe(expected.length);
			found.forEach((value, index) => {
				expect(value).toBeCloseTo(expected[index] ?? -1, 10);
			});
		}
	});

	it("stays within 0 and 1 for thousands of extreme sentences", () => {
		const extreme = Array.from({ length: 5000 }, (_, i) =>
			i % 3 === 0 ? 1e300 : -1e300,
		);
		for (const stay of [0, 0.5, 0.999, 1]) {
			for (const value of machinePosteriors(extreme, stay)) {
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
			}
		}
	});
});
