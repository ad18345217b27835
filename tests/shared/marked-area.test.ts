import { expect, it } from "vitest";
import type { Verdict } from "../../src/scoring/verdict.ts";
import { markedArea } from "../../src/shared/marked-area.ts";
import type { Sensitivity } from "../../src/shared/settings.ts";
import { NOTHING_HIDDEN, scored } from "../ui/verdicts.ts";

const inside = [
	{ from: 40, to: 60, probability: 0.95 },
	{ from: 60, to: 80, probability: 0.8 },
];
const spans = [
	{ from: 0, to: 40, probability: 0.7 },
	...inside,
	{ from: 80, to: 100, probability: 0.1 },
];
const run = { from: 40, to: 80, pValue: 0.002, capped: false };
const whole = { mark: "whole", from: 0, to: 100, spans };
const part = { mark: "part", from: 40, to: 80, spans: inside };

it.each<[string, Verdict, Sensitivity, object | undefined]>([
	["whole", scored("machine-like", 0.003, { run, spans }), "normal", whole],
	["part", scored("human-like", 0.3, { run, spans: inside }), "normal", part],
	[
		"part, none of the other sentences",
		scored("unclear", 0.02, { run, spans }),
		"normal",
		part,
	],
	[
		"part of what is whole where more is marked",
		scored("machine-like", 0.003, {
			run: { ...run, pValue: 0.001 },
			spans,
		}),
		"low",
		part,
	],
	[
		"nothing",
		scored("human-like", 0.3, { run, spans: inside }),
		"low",
		undefined,
	],
	[
		"nothing of what is unclear",
		scored("unclear", 0.02, { spans }),
		"high",
		undefined,
	],
	[
		"nothing that was not scored",
		{ kind: "too-short", words: 5, hidden: NOTHING_HIDDEN },
		"high",
		undefined,
	],
])("marks %s", (_name, verdict, sensitivity, area) => {
	expect(markedArea(verdict, 100, sensitivity)).toEqual(area);
});
