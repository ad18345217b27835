import { describe, expect, test } from "vitest";
import {
	differences,
	expectedOf,
	judgeSample,
	readExpected,
	readSample,
} from "../../scripts/evaluate/quick.ts";
import { loadShipped } from "../../scripts/score/load-shipped.ts";

/** Loading the model on a busy machine takes its time. */
const LIMIT_MS = 180_000;

describe("differences", () => {
	const expected = { a: { kind: "scored", probability: 0.5 } } as const;
	test.each([
		[{ a: { kind: "scored", probability: 0.51 } }, 0],
		[{ a: { kind: "scored", probability: 0.53 } }, 1],
		[{ a: { kind: "too-short" } }, 1],
		[{}, 1],
		[{ ...expected, b: { kind: "too-short" } }, 1],
	] as const)("%j has %i", (found, count) => {
		expect(differences({ ...found }, expected)).toHaveLength(count);
	});
});

test(
	"the sample is judged as committed; a meant change: npm run evaluate -- --quick --update",
	async () => {
		const sample = readSample();
		const detector = await loadShipped();
		const outcomes = await judgeSample(sample, detector);
		await detector.dispose();
		const found = Object.fromEntries(
			sample.map(({ id }, index) => {
				const outcome = outcomes[index];
				if (outcome === undefined) throw new Error(`${id} has no verdict`);
				return [id, expectedOf(outcome)];
			}),
		);
		expect(differences(found, readExpected())).toEqual([]);
	},
	LIMIT_MS,
);
