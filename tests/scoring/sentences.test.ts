import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/scoring/sentences.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

const split = (text: string): string[] =>
	splitSentences(text).map(({ from, to }) => text.slice(from, to));

describe("splitSentences", () => {
	it.each<[string, string[]]>([
		["", []],
		[" \n\n ", []],
		["One sentence", ["One sentence"]],
		["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
		["Wait... what? Yes.", ["Wait... what?", "Yes."]],
		["Wait... Then he left.", ["Wait...", "Then he left."]],
		["Really?! Yes.", ["Really?!", "Yes."]],
		[
			"Dr. Smith met Mrs. Jones. They left.",
			["Dr. Smith met Mrs. Jones.", "They left."],
		],
		[
			"J. R. R. Tolkien wrote it. He won.",
			["J. R. R. Tolkien wrote it.", "He won."],
		],
		["So did I. The rest left.", ["So did I.", "The rest left."]],
		[
			"we left at 5 p.m. and it rained. nobody minded, e.g. my aunt. lol",
			[
				"we left at 5 p.m. and it rained.",
				"nobody minded, e.g. my aunt.",
				"lol",
			],
		],
		[
			"Fruit, e.g. Apples, is good. Eat it.",
			["Fruit, e.g. Apples, is good.", "Eat it."],
		],
		[
			"In the U.S. Congress met. It sat.",
			["In the U.S. Congress met.", "It sat."],
		],
		[
			"He lives in the U.S. The rest do not.",
			["He lives in the U.S.", "The rest do not."],
		],
		[
			"At 5 p.m. it began. At 6 p.m. The end.",
			["At 5 p.m. it began.", "At 6 p.m.", "The end."],
		],
		["Pi is 3.14. It is 3.5% more.", ["Pi is 3.14.", "It is 3.5% more."]],
		[
			"See Fig. 3 and vol. 2. Then stop.",
			["See Fig. 3 and vol. 2.", "Then stop."],
		],
		[
			"Cats, dogs, etc. are pets. Fine.",
			["Cats, dogs, etc. are pets.", "Fine."],
		],
		['"Go." He went.', ['"Go."', "He went."]],
		['"Go!" he said. "Now."', ['"Go!" he said.', '"Now."']],
		["(It rained.) We stayed.", ["(It rained.)", "We stayed."]],
		[
			"Use example.com today. It works.",
			["Use example.com today.", "It works."],
		],
		["1. Wash it. 2. Dry it.", ["1. Wash it.", "2. Dry it."]],
		[
			"Version 2.0 is out. 3 bugs remain.",
			["Version 2.0 is out.", "3 bugs remain."],
		],
		["A heading\n\nThe text. More.", ["A heading", "The text.", "More."]],
		["First line\nsecond line.", ["First line\nsecond line."]],
		[
			"He earns approx. Ten pounds. Good.",
			["He earns approx. Ten pounds.", "Good."],
		],
		[
			"你好。今天天气很好！走吗？走。",
			["你好。", "今天天气很好！", "走吗？", "走。"],
		],
		['他说："好。"然后走了。', ['他说："好。"', "然后走了。"]],
		["第一段\n\n第二段。", ["第一段", "第二段。"]],
		["价格是3.5元。很贵。", ["价格是3.5元。", "很贵。"]],
		["It ended. and then", ["It ended. and then"]],
		[
			"Smith et al. found it. We agree.",
			["Smith et al. found it.", "We agree."],
		],
		["Acme Inc. said so. It lied.", ["Acme Inc. said so.", "It lied."]],
	])("%j", (text, sentences) => {
		expect(split(text)).toEqual(sentences);
	});

	it("covers all but white space, in order, whatever the text", () => {
		const random = randomFrom(2);
		for (let round = 0; round < 1000; round++) {
			const text = hostileText(random, 40);
			let at = 0;
			for (const { from, to } of splitSentences(text)) {
				expect(text.slice(at, from).trim()).toBe("");
				expect(to).toBeGreaterThan(from);
				at = to;
			}
			expect(text.slice(at).trim()).toBe("");
		}
	});

	it("takes a megabyte of anything", () => {
		for (const text of hostileTexts(1_000_000)) {
			const start = performance.now();
			splitSentences(text);
			expect(performance.now() - start, text.slice(0, 9)).toBeLessThan(5000);
		}
	});
});
