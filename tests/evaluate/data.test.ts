import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { attackedRows } from "../../scripts/evaluate/data/attacked-sets.ts";
import { ATTACKS, attacked } from "../../scripts/evaluate/data/attacks.ts";
import { groupBy } from "../../scripts/evaluate/data/group-by.ts";
import { idHash, shuffled } from "../../scripts/evaluate/data/hash.ts";
import { randomOf } from "../../scripts/evaluate/data/random.ts";
import { readSets } from "../../scripts/evaluate/data/read-sets.ts";
import { parseRow } from "../../scripts/evaluate/data/row.ts";
import { splicesOf } from "../../scripts/evaluate/data/splices.ts";
import {
	heldOutRows,
	isUnseenFamily,
} from "../../scripts/evaluate/data/split.ts";
import { withTurningPoints } from "../../scripts/evaluate/data/turning-point.ts";
import { normalise } from "../../src/scoring/normalise.ts";
import { splitSentences } from "../../src/scoring/sentences.ts";
import { rowOf } from "./rows.ts";

const PROSE =
	"The large committee often needs to ask whether people begin to show an answer. But it is hard.";

describe("rows", () => {
	test("take what they need and leave the rest", () => {
		const line = '{"id":"a","text":"x","label":"ai","seed":4,"source":null}';
		expect(parseRow(line, "held-out/p")).toMatchObject({
			id: "a",
			label: "ai",
			domain: "unknown",
			generator: "ai",
			source: "held-out/p",
		});
	});

	test("a prompt by a person makes a machine's text mixed", () => {
		const line = '{"id":"a","text":"abcdef","label":"ai","prompt_len":2}';
		const row = parseRow(line, "bench/s");
		expect(row.label).toBe("mixed");
		expect(row.machine).toEqual([{ from: 2, to: 6 }]);
	});

	test.each([
		["{", "syntax"],
		['{"id":"a","text":"x","label":"robot"}', "label"],
		['{"id":"a","label":"ai"}', "text"],
	])("%s is refused for its %s", (line) => {
		expect(() => parseRow(line, "bench/s")).toThrow(SyntaxError);
	});
});

describe("split", () => {
	const split = {
		families: ["gemini"],
		neverRead: ["whole"],
		heldOut: { part: [idHash("part", "2")] },
	};
	const rows = [rowOf({ id: "1" }), rowOf({ id: "2" })];

	test("keeps the ids that are held out", () => {
		expect(heldOutRows("part", rows, split).map(({ id }) => id)).toEqual(["2"]);
		expect(heldOutRows("whole", rows, split)).toHaveLength(2);
		expect(heldOutRows("unknown", rows, split)).toEqual([]);
	});

	test("hashes ids as training does", () => {
		expect(idHash("train-en", "train-en-16720")).toMatch(/^[0-9a-f]{12}$/);
	});

	test.each([
		["gemini-3.1", true],
		["gpt-5", false],
	])("%s is of an unseen family: %s", (generator, unseen) => {
		expect(isUnseenFamily({ generator }, split)).toBe(unseen);
	});
});

describe("sets", () => {
	const split = { families: [], neverRead: ["web"], heldOut: {} };
	const ids = ["1", "2", "3", "4"];

	function folderOfPacks(): string {
		const folder = mkdtempSync(join(tmpdir(), "telltale-sets-"));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		mkdirSync(join(folder, "bench"));
		const lines = ids.map((id) => `{"id":"${id}","text":"x","label":"human"}`);
		for (const name of ["web", "bench/some"])
			writeFileSync(
				join(folder, `${name}.jsonl.gz`),
				gzipSync(lines.join("\n")),
			);
		return folder;
	}

	test.each([
		[undefined, 4],
		[2, 2],
	])(
		"a limit of %s takes %i texts of a benchmark, all held-out ones",
		(limit, expected) => {
			const wanted = { sets: undefined, limit, seed: 1, everything: false };
			const rows = readSets(folderOfPacks(), split, wanted);
			const count = (name: string) =>
				rows.filter(({ set }) => set === name).length;
			expect(count("bench/some")).toBe(expected);
			expect(count("held-out/web")).toBe(ids.length);
		},
	);
});

describe("turning points", () => {
	test("lie at the word where a continuation leaves its human twin", () => {
		const [human, mixed] = withTurningPoints([
			rowOf({ text: "The cat sat down." }),
			rowOf({ text: "The cat sang a song.", label: "ai" }),
		]);
		expect(human?.label).toBe("human");
		expect(mixed?.label).toBe("mixed");
		expect(mixed?.machine).toEqual([{ from: 8, to: 20 }]);
	});

	test("a machine's text without a twin stays as it is", () => {
		const alone = rowOf({ label: "ai" });
		expect(withTurningPoints([alone])).toEqual([alone]);
	});
});

describe("attacks", () => {
	test.each(ATTACKS)(
		"%s changes the text, the same way every time",
		(attack) => {
			const once = attacked(PROSE.repeat(3), attack, "k");
			expect(once).not.toBe(PROSE.repeat(3));
			expect(attacked(PROSE.repeat(3), attack, "k")).toBe(once);
		},
	);

	test.each(["look-alikes", "zero-width"] as const)(
		"%s leave no trace after normalisation",
		(attack) => {
			const { text } = normalise(attacked(PROSE, attack, "k"));
			expect(text).toBe(normalise(PROSE).text);
		},
	);

	test("copies name the text they alter", () => {
		const set = "held-out/claude-2026-en-c";
		const rows = attackedRows([rowOf({ set, id: "7", label: "ai" })], 1);
		expect(rows).toHaveLength(ATTACKS.length);
		for (const { alters } of rows) expect(alters).toEqual({ set, id: "7" });
	});

	test("a text that was translated back stands beside its original alone", () => {
		const set = "held-out/claude-2026-en-c";
		const original = rowOf({ set, id: "claude-en-c-157", label: "ai" });
		const [copy, ...others] = attackedRows([original], 1).filter(
			(row) => row.set === "made/back-translation",
		);
		expect(others).toEqual([]);
		expect(copy?.alters).toEqual({ set, id: original.id });
		expect(copy?.text).toMatch(/^Last week a customer/);
		expect(copy?.text).not.toBe(original.text);
	});
});

describe("splices", () => {
	const numbered = (word: string, count: number): string =>
		Array.from({ length: count }, (_, i) => `This is ${word} ${i}.`).join(" ");
	const human = rowOf({ id: "h", text: numbered("human", 14) });
	const mirror = rowOf({
		id: "m",
		label: "ai",
		text: numbered("machine", 14),
		mirrorOf: "h",
	});
	const other = rowOf({ id: "o", label: "ai", text: numbered("other", 14) });

	test("turn between sentences, and know where", () => {
		const [splice] = splicesOf([human], [other, mirror], 1);
		expect(splice?.label).toBe("mixed");
		for (const { from, to } of splitSentences(splice?.text ?? "")) {
			const sentence = splice?.text.slice(from, to) ?? "";
			const inside = splice?.machine?.some(
				(range) => range.from <= from && to <= range.to,
			);
			expect(sentence.includes("machine")).toBe(inside);
			expect(sentence).not.toContain("other");
		}
	});

	test("need sentences on both sides", () => {
		expect(splicesOf([rowOf({ text: "One. Two." })], [mirror], 1)).toEqual([]);
		expect(splicesOf([human], [], 1)).toEqual([]);
	});
});

test("orders and random numbers depend on the seed alone", () => {
	const items = ["a", "b", "c", "d", "e"];
	const key = (item: string) => item;
	expect(shuffled(items, 1, key)).toEqual(shuffled(items.toReversed(), 1, key));
	expect(randomOf("a")()).toBe(randomOf("a")());
	expect(randomOf("a")()).not.toBe(randomOf("b")());
});

test("groups keep the order of their first items", () => {
	const groups = groupBy([3, 1, 2], (item) =>
		item % 2 === 0 ? "even" : "odd",
	);
	expect([...groups]).toEqual([
		["odd", [3, 1]],
		["even", [2]],
	]);
});
