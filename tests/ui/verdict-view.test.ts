// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import type { Scored } from "../../src/scoring/verdict.ts";
import type { Sensitivity } from "../../src/shared/settings.ts";
import { provideMessages } from "../../src/shared/ui/i18n.ts";
import { verdictDetails } from "../../src/shared/ui/verdict-view.ts";
import { fakeMessages } from "./fake-messages.ts";
import { scored } from "./verdicts.ts";

const TEXT = "A person's words. A machine's words. More of them.";
const at = (words: string, probability: number) => {
	const from = TEXT.indexOf(words);
	return { from, to: from + words.length, probability };
};
const spans = [
	at("A person's words.", 0.6),
	at("A machine's words.", 0.95),
	at("More of them.", 0.8),
];
const run = {
	from: at("A machine's", 1).from,
	to: TEXT.length,
	pValue: 0.002,
	capped: false,
};
const more: Partial<Scored> = {
	spans,
	reasons: [
		{
			part: "evidence",
			direction: "human",
			weight: -2,
			percentile: 0.1,
			examples: [],
		},
	],
};

beforeEach(() => provideMessages(fakeMessages("en")));

function shown(verdict: Scored, sensitivity: Sensitivity) {
	const view = document.createElement("div");
	view.append(...verdictDetails(TEXT, verdict, sensitivity));
	return {
		shaded: [...view.querySelectorAll("mark")].map(
			(mark) => mark.lastChild?.textContent,
		),
		scale: view.querySelector(".scale") !== null,
		reasons: view.querySelectorAll(".reasons li").length,
		text: view.textContent,
	};
}

test("of a part that is marked: its sentences and its rate, no number or reason of the whole", () => {
	const verdict = scored("unclear", 0.3, { ...more, run, probability: 0.2 });
	const { text, ...rest } = shown(verdict, "normal");
	expect(rest).toEqual({
		shaded: ["A machine's words.", "More of them."],
		scale: false,
		reasons: 0,
	});
	expect(text).toContain("as long as that part, about 1 in 500");
	expect(text).not.toContain("20%");
});

test.each<[string, Scored, Sensitivity, number]>([
	["all where the whole is", scored("machine-like", 0.004, more), "normal", 3],
	[
		"all where the user's level marks the whole",
		{ ...scored("unclear", 0.009, { ...more, run }), capped: false },
		"high",
		3,
	],
	["none where nothing is", scored("machine-like", 0.004, more), "low", 0],
	["none of what is unclear", scored("unclear", 0.02, more), "high", 0],
])(
	"shades %s marked, beside the numbers of the whole",
	(_name, verdict, sensitivity, count) => {
		const { shaded, scale, reasons } = shown(verdict, sensitivity);
		expect(shaded).toHaveLength(count);
		expect({ scale, reasons }).toEqual({ scale: true, reasons: 1 });
	},
);
