import { describe, expect, it } from "vitest";
import { MESSAGE_CHECKS } from "../../src/shared/message-checks.ts";
import { isVerdict } from "../../src/shared/verdict-check.ts";
import { scored, tooShort } from "./verdicts.ts";

const hidden = tooShort(1).hidden;

describe("isVerdict", () => {
	it.each([
		["too short", tooShort(3)],
		["scored", scored],
		["not prose", { kind: "not-prose", form: "code", words: 1, hidden }],
		[
			"unsupported",
			{ kind: "unsupported-language", language: "fr", words: 1, hidden },
		],
		["well known", { kind: "well-known-text", words: 1, hidden }],
	])("accepts %s", (_name, verdict) => {
		expect(isVerdict(verdict)).toBe(true);
	});

	it.each([
		["an unknown kind", { ...tooShort(1), kind: "guilty" }],
		["no words", { kind: "too-short", hidden }],
		["a probability above one", { ...scored, probability: 1.01 }],
		["a probability that is no number", { ...scored, probability: null }],
		["an unknown band", { ...scored, band: "certain" }],
		[
			"a negative offset",
			{ ...scored, spans: [{ from: -1, to: 2, probability: 0 }] },
		],
		["a list where an object belongs", { ...scored, statistics: [] }],
		["an unknown form", { kind: "not-prose", form: "prose", words: 1, hidden }],
		["a string", "scored"],
		["nothing", undefined],
	])("refuses %s", (_name, verdict) => {
		expect(isVerdict(verdict)).toBe(false);
	});
});

describe("message checks", () => {
	const report = {
		state: "done",
		passages: 1,
		judged: 1,
		marked: 0,
		passageReports: [{ text: "a", marked: false, spans: [] }],
	};

	it("know the part of a passage that is marked", () => {
		const withPart = (part: object) => ({
			...report,
			passageReports: [{ text: "a", marked: true, part, spans: [] }],
		});
		const { answer } = MESSAGE_CHECKS["page.report"];
		expect(answer(withPart({ from: 0, to: 1 }))).toBe(true);
		expect(answer(withPart({ from: -1, to: 1 }))).toBe(false);
	});

	it("take a missing property for undefined, since JSON drops it", () => {
		expect(MESSAGE_CHECKS["page.report"].answer(report)).toBe(true);
	});

	it.each([
		["background.check-tab", { tabId: -1, on: true }],
		["background.check-tab", { tabId: 1 }],
		[
			"background.page-status",
			{ state: "done", passages: 1.5, judged: 1, marked: 0 },
		],
		[
			"background.page-status",
			{
				state: "failed",
				failure: "laziness",
				passages: 1,
				judged: 1,
				marked: 0,
			},
		],
		["page.go", { to: "first" }],
		["page.sensitivity", { sensitivity: "extreme" }],
		["page.show-selection", { verdict: {}, text: "a" }],
		["pages.engine-status", { state: "loading", progress: 2 }],
		["pages.engine-status", { state: "failed" }],
	] as const)("refuse %s %o", (name, ask) => {
		expect(MESSAGE_CHECKS[name].ask(ask)).toBe(false);
	});
});
