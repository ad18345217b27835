import { describe, expect, it } from "vitest";
import { findChange } from "../../src/scoring/change-point.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";
import { scored, tooShort } from "../shared/verdicts.ts";
import { randomFrom } from "./random.ts";

const human: Verdict = { ...scored, probability: 0.08, band: "human-like" };
const machine: Verdict = { ...scored, probability: 0.97 };
const unclear: Verdict = { ...scored, probability: 0.5, band: "unclear" };

/** `h` human-like, `m` machine-like, `?` unclear, `.` not scored. */
const KINDS: Readonly<Record<string, Verdict>> = {
	h: human,
	m: machine,
	"?": unclear,
	".": tooShort(9),
};
const verdictsOf = (kinds: string) => [...kinds].map((kind) => KINDS[kind]);

describe("the writing changes", () => {
	it.each([
		["hhhhhhmmmmmm", 6, "machine-like"],
		["hhhhmmmm", 4, "machine-like"],
		["mmmmmhhhhh", 5, "human-like"],
		["h.hh.hhh.mm.mm.mm", 9, "machine-like"],
		["hh?hhhmm?mmm", 6, "machine-like"],
		["hhhhhhhhhhhhhmhhhhhhmmmmmmmm", 20, "machine-like"],
	])("%s: at %i, to %s", (kinds, at, to) => {
		expect(findChange(verdictsOf(kinds))).toEqual({ at, to });
	});
});

describe("nothing is said", () => {
	it.each([
		["of nothing", ""],
		["of one kind", "hhhhhhhhhhhh"],
		["of the other kind", "mmmmmmmmmmmm"],
		["of too little", "hhmm"],
		["of a short end", "hhhhhhhhmm"],
		["of unclear writing", "????????????"],
		["of human-like and unclear writing", "hhhhhh??????"],
		["of kinds in turn", "hmhmhmhmhmhm"],
		["of what was not scored", "hhh...hhh..."],
		["of an insertion", "hhhhhmmhhhhh"],
	])("%s: %s", (_what, kinds) => {
		expect(findChange(verdictsOf(kinds))).toBeUndefined();
	});
});

it("does not follow single certain verdicts", () => {
	const certain: Verdict = { ...scored, probability: 1 };
	const kinds = [human, human, human, unclear, unclear, certain];
	expect(findChange(kinds)).toBeUndefined();
});

it("finds next to no change in documents of one writer", () => {
	const below = randomFrom(11);
	const share = (): number => below(1_000_000) / 1_000_000;
	let found = 0;
	for (let document = 0; document < 2000; document += 1) {
		// One passage in 50 of this writer is marked, ten times as many as promised.
		const verdicts = Array.from({ length: 6 + below(30) }, (): Verdict => {
			const probability = share() ** 2;
			const band = probability > 0.98 ** 2 ? "machine-like" : "human-like";
			return { ...scored, probability, band };
		});
		if (findChange(verdicts) !== undefined) found += 1;
	}
	expect(found).toBe(0);
});
