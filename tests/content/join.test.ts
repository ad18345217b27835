import { expect, it } from "vitest";
import { prose } from "./fakes.ts";
import { parse } from "./fixtures.ts";
import { readDocument } from "./read.ts";

const lengthsOf = async (lengths: readonly number[]): Promise<number[]> => {
	const body = lengths
		.map((words, index) => `<p>${prose(`topic${index}`, words)}</p>`)
		.join("");
	const { passages } = await readDocument(
		parse(`<!doctype html><body>${body}`).window,
		new AbortController().signal,
	);
	return passages.map(({ words }) => words);
};

it.each([
	{
		of: "too short alone, so it is joined with the next",
		is: [82, 94],
		to: [176],
	},
	{ of: "each long enough", is: [93, 94, 95], to: [93, 94, 95] },
	{
		of: "short ones until there is enough",
		is: [30, 30, 30, 30, 100],
		to: [120, 100],
	},
	{ of: "a leftover goes to the passage before", is: [120, 60], to: [180] },
	{
		of: "a leftover stays where both would be too long",
		is: [200, 60],
		to: [200, 60],
	},
])("paragraphs of a page: $of", async ({ is, to }) =>
	expect(await lengthsOf(is)).toEqual(to),
);
