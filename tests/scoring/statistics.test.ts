import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TokenScores } from "../../src/scoring/language-model.ts";
import {
	type PassStatistics,
	passStatistics,
} from "../../src/scoring/statistics.ts";

/** Written by `training/tests/statistics_cases.py` with numpy; null stands for NaN. */
interface Case {
	readonly tokens: Readonly<Record<string, readonly (number | null)[]>>;
	readonly expected: PassStatistics;
}

const cases: readonly Case[] = JSON.parse(
	readFileSync("tests/reference/statistics-cases.json", "utf8"),
);

function scoresOf(tokens: Case["tokens"]): TokenScores {
	const values = (name: string) =>
		Float32Array.from(tokens[name] ?? [], (value) => value ?? Number.NaN);
	const logProb = values("logProb");
	return {
		from: new Uint32Array(logProb.length),
		to: new Uint32Array(logProb.length),
		logProb,
		entropy: values("entropy"),
		variance: values("variance"),
		rank: values("rank"),
		topLogProb: logProb,
		evidence: values("evidence"),
	};
}

describe("passStatistics", () => {
	it.each(cases)("agrees with numpy: case %#", ({ tokens, expected }) => {
		const found = passStatistics(scoresOf(tokens));
		expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
		for (const name of Object.keys(expected) as (keyof PassStatistics)[]) {
			const error = Math.abs(found[name] - expected[name]);
			expect(error, name).toBeLessThan(1e-4 * Math.abs(expected[name]) + 1e-6);
		}
	});

	it.each<[string, Case["tokens"]]>([
		["no token", {}],
		["one token", { logProb: [null], evidence: [1] }],
		[
			"certainty",
			{
				logProb: [null, 0],
				entropy: [null, 0],
				variance: [null, 0],
				rank: [null, 1],
			},
		],
		[
			"the worst surprise",
			{
				logProb: [null, -3e38],
				entropy: [null, 0],
				variance: [null, 0],
				rank: [null, 49152],
			},
		],
		[
			"infinities",
			{
				logProb: [-Infinity],
				entropy: [1],
				variance: [1],
				rank: [1],
				evidence: [Infinity],
			},
		],
	])("is finite for %s", (_, tokens) => {
		for (const value of Object.values(passStatistics(scoresOf(tokens)))) {
			expect(value).toSatisfy(Number.isFinite);
		}
	});
});
