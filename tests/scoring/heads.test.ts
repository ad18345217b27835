import { describe, expect, it } from "vitest";
import { HeadsError, parseHeads } from "../../src/scoring/heads.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";

type Description = ReturnType<typeof headsDescription>;

/** The sample with one value, found by its path, replaced. */
function changed(path: string, value: unknown): unknown {
	const [first = "", ...rest] = path.split(".").reverse();
	const root: Record<string, unknown> = { ...headsDescription() };
	let parent: Record<string, unknown> = root;
	for (const key of rest.reverse()) {
		const child = parent[key];
		if (typeof child !== "object" || child === null) throw new Error(path);
		parent = child as Record<string, unknown>;
	}
	parent[first] = value;
	return root;
}

describe("parseHeads", () => {
	it("reads a complete description and ignores unknown fields", () => {
		const heads = parseHeads(headsDescription(), lexicalWeights());
		const { fusion, spans, groups }: Description = headsDescription();
		expect(heads.fusion).toEqual(fusion);
		expect(heads.spans).toEqual(spans);
		expect(heads.groups).toEqual(groups);
		expect(heads.lexical.weights[1]).toBe(-63);
		expect(heads.lexical.weights[5]).toBe(-128);
		expect(heads).not.toHaveProperty("aFieldOfTheFuture");
	});

	it("takes a description without reference quantiles of a part", () => {
		const heads = parseHeads(
			changed("reference.length", undefined),
			lexicalWeights(),
		);
		expect(heads.reference.length).toEqual([]);
	});

	it("reads groups by register, and those of all registers", () => {
		const { groups } = headsDescription();
		const [short, ...others] = groups;
		const read = parseHeads(
			changed("groups", [
				...others,
				...["informal", "neutral", "formal"].map((register) => ({
					...short,
					register,
				})),
			]),
			lexicalWeights(),
		);
		expect(read.groups.map(({ register }) => register)).toEqual([
			undefined,
			undefined,
			"informal",
			"neutral",
			"formal",
		]);
	});

	it.each<[unknown, RegExp]>([
		[undefined, /heads is not an object/],
		[[], /heads is not an object/],
		[changed("version", 2), /version 2 is not 1/],
		[changed("minTokens", Number.NaN), /minTokens is not a finite number/],
		[changed("minTokens", "40"), /minTokens is not a finite number/],
		[changed("languages", ["en", "fi"]), /groups has none for fi/],
		[
			changed("groups.2.register", "formal"),
			/groups has none for zh, informal/,
		],
		[changed("groups.0.register", "loud"), /\[0\].register is unknown: loud/],
		[changed("groups.0.register", null), /register is not a text/],
		[changed("languages", [1]), /languages\[0\] is no text/],
		[changed("unclearPValue", 1.5), /unclearPValue is above 1/],
		[changed("lexical.buckets", 4095), /lexical.buckets is not a power of two/],
		[changed("lexical.buckets", 8192), /lexical has 4096 weights for 8192/],
		[changed("fusion.referenceTokens", 0), /fusion.referenceTokens is below/],
		[
			changed("fusion.parts.1.part", "mood"),
			/parts\[1\].part is unknown: mood/,
		],
		[changed("fusion.parts.0.max", -11), /parts\[0\].max is below -10/],
		[changed("groups.0.scores", [0, -1, 2, 4, 6]), /scores is not rising at 1/],
		[
			changed("groups.0.scores", [0, 1]),
			/groups\[0\] has 2 scores, 5 p-values/,
		],
		[changed("groups.1.pValues.4", 0), /groups\[1\].pValues\[4\] is below/],
		[changed("groups.1.pValues.4", 0.5), /pValues is not falling at 4/],
		[changed("reference.lexical", "x"), /reference.lexical is not a list/],
		[changed("spans.stay", undefined), /spans.stay is not a finite number/],
		[changed("spans.offset", Infinity), /spans.offset is not a finite number/],
	])("refuses %#: %s", (description, message) => {
		const parse = () => parseHeads(description, lexicalWeights());
		expect(parse).toThrow(HeadsError);
		expect(parse).toThrow(message);
	});
});
