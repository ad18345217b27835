import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { nameIn } from "../../../src/content/structure/author-parts.ts";
import { isMargin } from "../../../src/content/structure/margins.ts";
import { withoutQuotedLines } from "../../../src/content/structure/quoted-lines.ts";
import { isQuote } from "../../../src/content/structure/quotes.ts";
import { prose } from "../fakes.ts";
import { parse } from "../fixtures.ts";
import { readDocument } from "../read.ts";

it.each([
	["By Ana Sorg · 3 May 2019", "Ana Sorg"],
	["Written by  Ana\n Sorg, staff writer", "Ana Sorg"],
	["Ana wrote:", "Ana"],
	["Kai Brandt <kai@example.org>", "Kai Brandt"],
	["作者：小林", "小林"],
	["2,041", undefined],
	["Reply", undefined],
	["This is a sentence about somebody and no name at all", undefined],
	["", undefined],
])("name in %j", (raw, name) => expect(nameIn(raw)).toBe(name));

const element = (html: string): Element =>
	new JSDOM(html).window.document.body.firstElementChild ??
	new JSDOM().window.document.body;

it.each([
	["<blockquote>x</blockquote>", true],
	['<div class="gmail_quote">x</div>', true],
	['<div class="quote">x</div>', true],
	['<aside class="quote no-group">x</aside>', true],
	['<div class="bbCodeBlock bbCodeBlock--quote">x</div>', true],
	['<div class="quote-form">x</div>', false],
	['<div class="unquoted">x</div>', false],
	["<q>short</q>", false],
	[`<q>${"long ".repeat(40)}</q>`, true],
])("quotation %s", (html, answer) =>
	expect(isQuote(element(html))).toBe(answer),
);

it.each([
	['<div id="footer">x</div>', true],
	['<div class="sidebar left">x</div>', true],
	['<div class="has-sidebar">x</div>', false],
	['<div class="sidebar"><article>x</article></div>', false],
	['<div class="footer-note">x</div>', false],
])("margin %s", (html, answer) => expect(isMargin(element(html))).toBe(answer));

describe("quoted lines", () => {
	const node = new JSDOM("<p>x").window.document.createTextNode("");
	const piece = (at: number, length: number) => ({
		at,
		length,
		node,
		offset: at,
		joined: true,
	});
	it("go, with the line that names whom they quote", () => {
		const text = "On Monday, Lou wrote:\n> old\n> words\nMine here.\nAnd more.";
		const cut = withoutQuotedLines(text, [piece(0, text.length)]);
		expect(cut?.text).toBe("Mine here.\nAnd more.");
		for (const { at, length, offset } of cut?.map ?? [])
			expect(cut?.text.slice(at, at + length)).toBe(
				text.slice(offset, offset + length),
			);
	});
	it.each(["a > b is true", ">5 of them", "no sign at all"])(
		"%s stays",
		(text) =>
			expect(withoutQuotedLines(text, [piece(0, text.length)])).toBeUndefined(),
	);
});

describe("posts", () => {
	const read = async (body: string) => {
		const { passages } = await readDocument(
			parse(`<!doctype html><body>${body}`).window,
			new AbortController().signal,
		);
		return passages.map(({ text, author }) => [text, author]);
	};
	it("are never joined across authors, however short", async () => {
		const post = (who: string) =>
			`<div class="item"><a href="/user/${who}">${who}</a><p>${prose(who, 25)}</p></div>`;
		expect(await read(`<div>${post("ana")}${post("ben")}</div>`)).toEqual([
			[prose("ana", 25), "ana"],
			[prose("ben", 25), "ben"],
		]);
	});
	it("a reply without a name is not its parent's", async () => {
		const [, reply] = await read(
			`<div class="comment"><a class="author">ana</a><p>${prose("one", 30)}</p><div class="children"><div role="comment"><span>[deleted]</span><p>${prose("two", 30)}</p></div></div></div>`,
		);
		expect(reply).toEqual([prose("two", 30), undefined]);
	});
	it("a lone reply with a name of its own is a post, also where no class says so", async () => {
		const post = (who: string, after: string) =>
			`<div class="thing"><a href="/user/${who}">${who}</a><p>${prose(who, 40)}</p>${after}</div>`;
		expect(await read(post("ana", "") + post("ben", post("chi", "")))).toEqual(
			["ana", "ben", "chi"].map((who) => [prose(who, 40), who]),
		);
	});
	it("a part with a post's class names stays a part", async () => {
		const post = (who: string) =>
			`<div class="box"><div class="box"><a href="/user/${who}">${who}</a></div><div class="box"><p>${prose(who, 40)}</p></div></div>`;
		expect(await read(post("ana") + post("ben"))).toEqual(
			["ana", "ben"].map((who) => [prose(who, 40), who]),
		);
	});
	it("what quotes most of a page is its text", async () => {
		const text = prose("own", 60);
		expect(await read(`<blockquote><p>${text}</p></blockquote>`)).toEqual([
			[text, undefined],
		]);
	});
});
