import { expect, test } from "vitest";
import { passageLine } from "../../scripts/start/lines.ts";
import { reportJson } from "../../scripts/start/report.ts";
import { targetFor } from "../../scripts/start/target.ts";
import type { PassageReport } from "../../src/shared/messages.ts";

const HIDDEN = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };
const SHORT: PassageReport = {
	text: "Rather\n  short",
	verdict: { kind: "too-short", words: 2, hidden: HIDDEN },
	marked: false,
	spans: [],
};

test("a passage line says what was not scored", () => {
	expect(passageLine(SHORT)).toMatch(/too-short\s+–\s+–\s+2\s+Rather short$/);
});

test.each([
	["a passage marked as a whole", { marked: true }, "●"],
	["one marked in part", { marked: true, part: { from: 0, to: 6 } }, "◐"],
	["one not marked", {}, " "],
])("the line of %s says so", (_name, marks, first) => {
	expect(passageLine({ ...SHORT, ...marks }).startsWith(`${first} `)).toBe(
		true,
	);
});

test("the report holds what was asked for, with nulls where nothing was scored", () => {
	const json = reportJson(
		{
			state: "done",
			passages: 1,
			judged: 1,
			marked: 0,
			passageReports: [SHORT],
			firstMarkMs: undefined,
		},
		{ firstMarkMs: null, tokensPerSecond: 300 },
	);
	expect(JSON.parse(json)).toEqual({
		passages: [
			{
				text: SHORT.text,
				kind: "too-short",
				probability: null,
				pValue: null,
				band: null,
				marked: false,
				part: null,
				spans: [],
			},
		],
		timings: { firstMarkMs: null, tokensPerSecond: 300 },
	});
});

test("a web address may lead on to any host", async () => {
	expect(await targetFor("https://example.org:8443/a?b#c")).toMatchObject({
		url: "https://example.org:8443/a?b#c",
		permission: "*://*/*",
		settings: { mode: "all-sites" },
	});
});

test("a missing file is a plain sentence", async () => {
	await expect(targetFor("/nowhere/at/all.html")).rejects.toThrow(
		"There is no file /nowhere/at/all.html.",
	);
});
