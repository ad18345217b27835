import { expect, test } from "vitest";
import { strongestSpans } from "../../src/content/strongest-spans.ts";

const spans = (...probabilities: number[]) =>
	probabilities.map((probability, index) => ({
		from: index * 10,
		to: index * 10 + 10,
		probability,
	}));

test.each([
	["nothing is sure", [0.2, 0.89], []],
	["only the sure ones", [0.95, 0.2, 0.1, 0.3, 0.92], [0, 40]],
	[
		"the surest first, up to two fifths",
		[0.95, 0.99, 0.98, 0.96, 0.97],
		[10, 20],
	],
	["one at least", [0.99], [0]],
])("%s", (_, probabilities, from) => {
	const given = spans(...probabilities);
	const found = strongestSpans(given, given.length * 10);
	expect(found.map((span) => span.from)).toEqual(from);
});
