// @vitest-environment jsdom
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/viewer/decode.ts";
import { htmlBlocks } from "../../src/viewer/formats/html.ts";
import { markdownBlocks } from "../../src/viewer/formats/markdown.ts";
import { plainTextBlocks } from "../../src/viewer/formats/plain-text.ts";
import { unzipEntry } from "../../src/viewer/formats/unzip.ts";
import { kindOf } from "../../src/viewer/kind-of.ts";
import { MOST_BLOCKS } from "../../src/viewer/limits.ts";
import { readSource } from "../../src/viewer/read-source.ts";
import { DocumentError } from "../../src/viewer/trouble.ts";

const parse = (text: string, type: "text/html" | "application/xml") =>
	new DOMParser().parseFromString(text, type);
const bytes = (text: string) => new TextEncoder().encode(text);
const signal = new AbortController().signal;

const read = (name: string, content: Uint8Array) =>
	readSource(
		{ name, type: "", bytes: content },
		{
			parse,
			readPdf: () => Promise.reject(new Error("not here")),
			fallbackEncoding: "windows-1252",
		},
		() => undefined,
		signal,
	);
const lines = (blocks: readonly { kind: string; text: string }[]) =>
	blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe("plain text", () => {
	test.each([
		["a\n\nb", ["a", "b"]],
		[
			"A first line of text\nand the second one.",
			["A first line of text and the second one."],
		],
		[
			"Title\nA much longer line that follows the title",
			["Title", "A much longer line that follows the title"],
		],
		["one\r\n\r\ntwo", ["one", "two"]],
		["  \n \n", []],
	])("%j", (text, expected) => {
		expect(plainTextBlocks(text).map((block) => block.text)).toEqual(expected);
	});
});

test("Markdown loses its marks and keeps its words", () => {
	const text = `---
title: x
---
# The *harbour* ##

A [link](https://a.example/b), **strong** words, snake_case and \`code\`.
Goes on <b>here</b>.<!-- not
here -->

- one
2. two
> quoted _text_
more

\`\`\`js
# not a heading
\`\`\`
Set apart
=========
| a | b |
![picture](x.png)`;
	expect(lines(markdownBlocks(text))).toEqual(
		[
			"heading: The harbour",
			"paragraph: A link, strong words, snake_case and code. Goes on here.",
			"item: one",
			"item: two",
			"quote: quoted text more",
			"code: # not a heading",
			"heading: Set apart",
			"code: | a | b |",
		].map((line) => line),
	);
});

test("HTML gives text blocks only; scripts, controls and what is hidden stay out", () => {
	const html = `<title>x</title><nav>menu</nav><h1>Head</h1>loose <b>text</b>
		<p>one<br>two<script>bad()</script><img src=x onerror=bad()></p>
		<div hidden>no</div><p style="display: none">no</p>
		<ul><li>item</li></ul><blockquote><p>said</p></blockquote><pre>a\n  b</pre>&lt;i&gt;`;
	const parseHtml = (it: string) => parse(it, "text/html");
	expect(lines(htmlBlocks(html, parseHtml))).toEqual([
		"heading: Head",
		"paragraph: loose text",
		"paragraph: one\ntwo",
		"item: item",
		"quote: said",
		"code: a\n  b",
		"paragraph: <i>",
	]);
});

const W =
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, before = "") =>
	zipSync({
		"[Content_Types].xml": strToU8("<x/>"),
		"word/document.xml": strToU8(
			`<?xml version="1.0"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`,
		),
	});

describe("docx", () => {
	test("paragraphs, headings and items; deleted text and field codes stay out", async () => {
		const { blocks } = await read(
			"a.docx",
			docx(`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>
				<w:p><w:r><w:t xml:space="preserve">One </w:t><w:tab/><w:t>two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>
				<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
				<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>item</w:t></w:r></w:p><w:p/>`),
		);
		expect(lines(blocks)).toEqual([
			"heading: Head",
			"paragraph: One two",
			"item: item",
		]);
	});

	test.each([
		["another zip", zipSync({ "a.txt": strToU8("x") }), "damaged"],
		["cut off", docx("<w:p/>").subarray(0, 60), "damaged"],
		["no paragraph", docx(""), "no-text"],
		["entities", docx("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'), "damaged"],
		["not well-formed", docx("<w:p>"), "damaged"],
	] as const)("%s is refused", async (_what, archive, trouble) => {
		await expect(read("a.docx", archive)).rejects.toThrow(
			new DocumentError(trouble),
		);
	});

	test("a zip bomb ends at the limit, whatever size it declares", async () => {
		const bomb = zipSync({ "word/document.xml": new Uint8Array(8_000_000) });
		const wanted = { entry: "word/document.xml", mostBytes: 1_000_000 };
		const view = new DataView(bomb.buffer, bomb.byteOffset);
		view.setUint32(22, 10, true); // the declared size of the first entry
		await expect(unzipEntry(bomb, wanted, signal)).rejects.toThrow(
			new DocumentError("too-large"),
		);
	});
});

test.each([
	["a.pdf", "%PDF-1.7", "pdf"],
	["a", "\n\n%PDF-1.7", "pdf"],
	["a.docx", "PK\u0003\u0004", "docx"],
	["a.pdf", "not one", undefined],
	["a.doc", "\u0001\0\0", undefined],
	["a.HTM", "<p>", "html"],
	["a.md", "# a", "markdown"],
	["a.txt", "a", "text"],
	["README", "a", "text"],
])("%s with %j is %s", (name, head, kind) => {
	expect(kindOf({ name, type: "", bytes: bytes(head) })).toBe(kind);
});

test.each([
	["UTF-8", bytes("naïve 漢"), "naïve 漢"],
	["a byte order mark", bytes("\ufeffa"), "a"],
	["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62, 0]), "ab"],
	["Latin 1", new Uint8Array([0x6e, 0x61, 0xef]), "naï"],
])("%s is decoded", (_what, content, text) => {
	expect(decode(content, { html: false, fallback: "windows-1252" })).toBe(text);
});

describe("hostile files", () => {
	test.each([
		["a.txt", new Uint8Array(), "empty"],
		["a.txt", bytes("  \n "), "no-text"],
		["a.exe", new Uint8Array([77, 90, 0, 0]), "unknown-kind"],
		["a.html", bytes("<script>x</script>"), "no-text"],
	] as const)("%s: %s is %s", async (name, content, trouble) => {
		await expect(read(name, content)).rejects.toThrow(
			new DocumentError(trouble),
		);
	});

	test("a text beyond the limit is cut", async () => {
		const { cut, blocks } = await read(
			"a.txt",
			bytes("word \n\n".repeat(60_000)),
		);
		expect(cut).toBe(true);
		expect(blocks).toHaveLength(MOST_BLOCKS);
	});

	test.each(["[", "<a", "`", "*", "_", "![", "<!--", "# "])(
		"many %j in Markdown cost no more than a moment",
		(mark) => {
			const start = performance.now();
			markdownBlocks(mark.repeat(20_000));
			expect(performance.now() - start).toBeLessThan(3000);
		},
	);
});
