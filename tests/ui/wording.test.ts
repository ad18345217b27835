import { beforeEach, describe, expect, test } from "vitest";
import type { Reason, Scored, Verdict } from "../../src/scoring/verdict.ts";
import { FAILURES } from "../../src/shared/messages.ts";
import { sentenceForPValue } from "../../src/shared/ui/backing.ts";
import { provideMessages } from "../../src/shared/ui/i18n.ts";
import { probabilityText, shareText } from "../../src/shared/ui/numbers.ts";
import {
	sentenceForFailure,
	sentenceForHidden,
	sentenceForReason,
	sentenceForVerdict,
} from "../../src/shared/ui/wording.ts";
import { fakeMessages } from "./fake-messages.ts";
import { NOTHING_HIDDEN, scored } from "./verdicts.ts";

beforeEach(() => provideMessages(fakeMessages("en")));

describe("verdicts", () => {
	const run = { from: 10, to: 90, pValue: 0.003, capped: false };
	const measured = { words: 1, hidden: NOTHING_HIDDEN };
	test.each<[Verdict, string]>([
		[scored("machine-like", 0.004), "reads like machine writing"],
		[scored("machine-like", 0.006), "not clearly enough to be marked"],
		[scored("unclear", 0.001), "too short to tell for certain"],
		[{ ...scored("unclear", 0.04), capped: false }, "not clear enough"],
		[{ ...scored("unclear", 0.04), probability: 0.6 }, "no clear sign"],
		[scored("human-like", 0.6), "reads like human writing"],
		[scored("human-like", 0.6, { run }), "Only a part of this reads clearly"],
		[scored("unclear", 0.02, { run }), "Only a part of this reads clearly"],
		[scored("machine-like", 0.004, { run }), "This reads like machine writing"],
		[
			scored("human-like", 0.6, { run: { ...run, pValue: 0.009 } }),
			"reads like human writing",
		],
		[{ kind: "too-short", ...measured }, "Too short to judge fairly: 1 word."],
		[{ kind: "too-short", ...measured, words: 12 }, "12 words."],
		[{ kind: "not-prose", form: "code", ...measured }, "looks like code"],
		[{ kind: "unsupported-language", language: "fi", ...measured }, "Finnish"],
		[
			{ kind: "unsupported-language", language: "und", ...measured },
			"not recognised",
		],
		[
			{ kind: "unsupported-language", language: "no such tag", ...measured },
			"not recognised",
		],
		[{ kind: "well-known-text", ...measured }, "well-known text"],
	])("%o", (verdict, part) => {
		expect(sentenceForVerdict(verdict, "normal")).toContain(part);
	});

	test("unclear never accuses, at any sensitivity", () => {
		const verdict: Scored = scored("unclear", 0.0001);
		for (const sensitivity of ["high", "normal", "low"] as const) {
			expect(sentenceForVerdict(verdict, sensitivity)).not.toMatch(/machine/i);
		}
	});

	test("the language is named in the language of the interface", () => {
		provideMessages(fakeMessages("zh_CN"));
		const verdict: Verdict = {
			kind: "unsupported-language",
			language: "fi",
			...measured,
		};
		expect(sentenceForVerdict(verdict, "normal")).toContain("芬兰语");
	});
});

test.each([
	[0.9, "More than half"],
	[0.5, "About 1 in 2 "],
	[0.051, "About 1 in 19 "],
	[0.024, "About 1 in 40 "],
	[0.005, "About 1 in 200 "],
	[0.0047, "About 1 in 200 "],
	[0.001, "About 1 in 1,000 "],
	[0.0004, "Fewer than 1 in 1,000 "],
])("p-value %d reads %s", (pValue, start) => {
	expect(sentenceForPValue(pValue).startsWith(start)).toBe(true);
});

test.each([
	[0.005, "Of human passages as long as that part, about 1 in 200 "],
	[0.0004, "Of human passages as long as that part, fewer than 1 in 1,000 "],
])("p-value %d of a part reads %s", (pValue, start) => {
	expect(sentenceForPValue(pValue, "part").startsWith(start)).toBe(true);
});

test.each<[Partial<Reason>, string]>([
	[
		{ part: "evidence" },
		"machine texts. More so than in 98% of human passages.",
	],
	[
		{ part: "evidence", direction: "human", percentile: 0.4 },
		"human texts. In this, 60% of human",
	],
	[{ part: "evidence", percentile: 0.3 }, "as in machine texts."],
	[{ part: "log-probability" }, "easy to predict. More so than in 98%"],
	[{ part: "length", direction: "human" }, "towards human writing"],
	[{ part: "lexical" }, "favour. More so than in 98%"],
	[
		{ part: "lexical", examples: ["delve", "tapestry"] },
		"such as “delve” and “tapestry”.",
	],
	[{ part: "lexical", examples: ["a", "b", "c", "d"] }, "“a”, “b”, and “c”."],
])("reason %o", (given, part) => {
	const reason: Reason = {
		part: "evidence",
		direction: "machine",
		weight: 1,
		percentile: 0.98,
		examples: [],
		...given,
	};
	expect(sentenceForReason(reason)).toContain(part);
	if (reason.percentile < 0.4) {
		expect(sentenceForReason(reason)).not.toContain("%");
	}
});

test.each(FAILURES)("%s says what happened and what to do", (failure) => {
	const sentences = sentenceForFailure(failure).split(/(?<=\.) /);
	expect(sentences.length).toBeGreaterThanOrEqual(2);
});

test("hidden characters are named apart from the estimate, or not at all", () => {
	expect(sentenceForHidden(NOTHING_HIDDEN)).toBeUndefined();
	const hidden = { ...NOTHING_HIDDEN, zeroWidth: 1, lookAlike: 2 };
	expect(sentenceForHidden(hidden)).toContain(
		"1 invisible character and 2 look-alike letters",
	);
});

test.each([
	[1, "over 99%"],
	[0.995, "over 99%"],
	[0.5, "50%"],
	[0.001, "under 1%"],
])("probability %d reads %s", (probability, text) => {
	expect(probabilityText(probability)).toBe(text);
});

test.each([
	[1, "99.9%"],
	[0.57, "57%"],
	[0.579, "57%"],
	[0, "0%"],
])("share %d reads %s", (share, text) => {
	expect(shareText(share)).toBe(text);
});
