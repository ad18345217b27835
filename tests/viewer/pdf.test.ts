import { describe, expect, test } from "vitest";
import { readPdf } from "../../src/viewer/pdf/read-pdf.ts";
import { DocumentError } from "../../src/viewer/trouble.ts";
import { column, makePdf, type Placed } from "./make-pdf.ts";

const read = async (
	pages: readonly (readonly Placed[])[],
	trailer?: string,
): Promise<string[]> => {
	const reading = await readPdf(
		makePdf(pages, trailer),
		{ progress: () => undefined },
		new AbortController().signal,
	);
	return reading.blocks.map(({ kind, text }) =>
		kind === "paragraph" ? text : `${kind}: ${text}`,
	);
};

const FIRST = [
	"The harbour lay quiet that morning, and nobody in the vil-",
	"lage could say where the fishing boats had gone. A well-known",
	"story held that they had never been there in the first place.",
];
const SECOND = [
	"Others disagreed. They pointed at the ropes along the quay and",
	"asked who had tied them, and for what, if not for boats.",
];

describe("one column", () => {
	test("lines become paragraphs, by distance; broken words are mended, real hyphens stay", async () => {
		const blocks = await read([
			[
				{ x: 72, y: 740, text: "The Harbour", size: 18 },
				...column(FIRST),
				...column(SECOND, { y: 700 - 12 * 3 - 8 }),
			],
		]);
		expect(blocks).toEqual([
			"heading: The Harbour",
			"The harbour lay quiet that morning, and nobody in the village could say where the fishing boats had gone. A well-known story held that they had never been there in the first place.",
			"Others disagreed. They pointed at the ropes along the quay and asked who had tied them, and for what, if not for boats.",
		]);
	});

	test("an indented line begins a paragraph", async () => {
		const [first = "", ...rest] = SECOND;
		const blocks = await read([
			[
				...column(FIRST),
				{ x: 90, y: 664, text: first },
				...column(rest, { y: 652 }),
			],
		]);
		expect(blocks).toHaveLength(2);
		expect(blocks[1]).toMatch(/^Others disagreed.*boats\.$/);
	});

	test("pieces of a line are joined in order, wherever the file puts them", async () => {
		const blocks = await read([
			[
				{ x: 150, y: 700, text: "gone away." },
				{ x: 72, y: 700, text: "The boats were" },
			],
		]);
		expect(blocks).toEqual(["The boats were gone away."]);
	});

	test("bullets begin items", async () => {
		const blocks = await read([
			column(["1. Tie the ropes well.", "2. Count the boats again."]),
		]);
		expect(blocks).toEqual([
			"item: 1. Tie the ropes well.",
			"item: 2. Count the boats again.",
		]);
	});
});

test("running heads, feet and page numbers are dropped, and a paragraph goes on over the page", async () => {
	const page = (number: number, lines: readonly string[]): Placed[] => [
		{ x: 72, y: 760, text: `Harbour Studies ${number}`, size: 8 },
		...column(lines),
		{ x: 300, y: 30, text: String(number) },
	];
	const blocks = await read([
		page(1, FIRST.slice(0, 1)),
		page(2, FIRST.slice(1)),
		page(3, SECOND),
	]);
	expect(blocks).toHaveLength(2);
	expect(blocks[0]).toContain("in the village could say");
	expect(blocks.join(" ")).not.toMatch(/Harbour Studies|\b[123]\b/);
});

test("two columns are read one after the other, below what runs across", async () => {
	const left = Array.from(
		{ length: 8 },
		(_, n) => `left line ${n} of the text goes on and on here`,
	);
	const right = Array.from(
		{ length: 8 },
		(_, n) => `right line ${n} of the text goes on and on too`,
	);
	const blocks = await read([
		[
			{
				x: 72,
				y: 740,
				text: "A title in the same size that runs across both of the columns of this page and further",
			},
			...column(left),
			// As in many files, the lines of the columns do not stand at the same height.
			...column(right, { x: 320, y: 697 }),
		],
	]);
	const text = blocks.join(" ");
	expect(text).toMatch(/^A title/);
	expect(text.indexOf("left line 7")).toBeLessThan(
		text.indexOf("right line 0"),
	);
	expect(text.indexOf("left line 0")).toBeLessThan(text.indexOf("left line 7"));
});

describe("more columns", () => {
	const lines = (name: string, count: number): string[] =>
		Array.from({ length: count }, (_, n) => `${name} line ${n} of this text`);
	const across = (y: number, text: string): Placed => ({
		x: 72,
		y,
		text: `${text} in the same size that runs across all of the columns of this page, to the very end of it`,
	});
	const columns = (at: readonly number[], count: number, y = 700): Placed[] =>
		at.flatMap((x, index) =>
			column(lines(`column ${index}`, count), { x, y: y - index }),
		);
	/** Columns in the order in which they are read, each run of them once. */
	const orderOf = (blocks: readonly string[]): string[] =>
		[...blocks.join(" ").matchAll(/column \d|A title|A heading/g)]
			.map(([found]) => found)
			.filter((found, index, all) => found !== all[index - 1]);

	test.each([
		["three", [72, 240, 408]],
		["four", [72, 200, 330, 458]],
	])("%s are read one after the other", async (_many, at) => {
		const blocks = await read([[across(740, "A title"), ...columns(at, 9)]]);
		expect(orderOf(blocks)).toEqual([
			"A title",
			...at.map((_x, index) => `column ${index}`),
		]);
	});

	test("a short band below a heading is cut like the rest of the page", async () => {
		const at = [72, 240, 408];
		const blocks = await read([
			[...columns(at, 9), across(560, "A heading"), ...columns(at, 3, 530)],
		]);
		const each = at.map((_x, index) => `column ${index}`);
		expect(orderOf(blocks)).toEqual([...each, "A heading", ...each]);
	});

	test("a small table in one of two columns does not cut that column", async () => {
		const text = (name: string, count: number): string[] =>
			lines(name, count).map((line) => `${line} that goes on and on here`);
		const table = (y: number): Placed[] =>
			Array.from({ length: 6 }, (_, n) => [
				{ x: 330, y: y - n * 12, text: `cell ${n}` },
				{ x: 450, y: y - n * 12, text: `value ${n}` },
			]).flat();
		const blocks = await read([
			[
				...column(text("column 0", 24)),
				...column(text("column 1", 8), { x: 330 }),
				...table(600),
				...column(text("column 1", 8), { x: 330, y: 520 }),
			],
		]);
		const whole = blocks.join(" ");
		expect(whole.indexOf("cell 5")).toBeGreaterThan(whole.indexOf("value 4"));
		expect(orderOf(blocks)).toEqual(["column 0", "column 1"]);
	});
});

describe("what cannot be read", () => {
	test("pages without text say so", async () => {
		await expect(read([[]])).rejects.toThrow(new DocumentError("no-text"));
	});

	test("a file behind a password says so", async () => {
		const entry = `(${"x".repeat(32)})`;
		const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${entry} /U ${entry} /P -4 >> /ID [(a) (a)]`;
		await expect(read([column(FIRST)], encrypt)).rejects.toThrow(
			new DocumentError("encrypted"),
		);
	});

	test("a damaged file throws", async () => {
		const bytes = new TextEncoder().encode(
			`%PDF-1.4\n${"garbage ".repeat(50)}`,
		);
		const signal = new AbortController().signal;
		await expect(
			readPdf(bytes, { progress: () => undefined }, signal),
		).rejects.toThrow();
	});

	test("an aborted reading ends", async () => {
		const stop = new AbortController();
		const reading = readPdf(
			makePdf([column(FIRST), column(SECOND)]),
			{ progress: () => stop.abort() },
			stop.signal,
		);
		await expect(reading).rejects.toThrow();
	});
});
