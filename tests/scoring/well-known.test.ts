import { describe, expect, it } from "vitest";
import { normalise } from "../../src/scoring/normalise.ts";
import { WELL_KNOWN_TEXTS } from "../../src/scoring/well-known/texts.ts";
import { isWellKnown } from "../../src/scoring/well-known.ts";

describe("isWellKnown", () => {
	it.each(WELL_KNOWN_TEXTS.map((text) => [text.slice(0, 24), text]))(
		"knows %j, however it is typed",
		(_, text) => {
			expect(isWellKnown(normalise(text).text)).toBe(true);
			const typed = text.toUpperCase().replaceAll(", ", " \u2014 ");
			expect(isWellKnown(normalise(typed).text)).toBe(true);
			expect(isWellKnown(normalise(`He began: ${text}`).text)).toBe(true);
		},
	);

	it.each([
		"",
		"Too short.",
		'The speech opens with "Four score and seven years ago our fathers brought forth on this continent a new nation", which sends the listener back to 1776 and not to the Constitution, a choice that historians have argued about ever since.',
		"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it.",
	])("leaves %j alone", (text) => {
		expect(isWellKnown(normalise(text).text)).toBe(false);
	});
});
