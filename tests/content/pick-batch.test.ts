import { expect, it } from "vitest";
import type { Passage } from "../../src/content/passages.ts";
import { type Nearness, pickBatch } from "../../src/content/pick-batch.ts";
import { passage } from "./fakes.ts";

const far = passage("far", 100);
const near = passage("near", 100);
const long = passage("long", 400);
const inView = [
	long,
	...["a", "b", "c", "d", "e"].map((text) => passage(text, 90)),
];
const all = [far, near, ...inView];
const nearness = (it: Passage): Nearness =>
	it === far ? 2 : it === near ? 1 : 0;

it.each([
	{
		what: "first is one passage of a good length",
		wanted: all,
		first: true,
		picked: ["a"],
	},
	{
		what: "first is any passage when none has a good length",
		wanted: [long],
		first: true,
		picked: ["long"],
	},
	{
		what: "in view goes before the rest, up to 200 words",
		wanted: [far, near, ...inView.slice(1)],
		first: false,
		picked: ["a", "b"],
	},
	{
		what: "a passage above the limit goes alone",
		wanted: all,
		first: false,
		picked: ["long"],
	},
	{
		what: "elsewhere up to 600 words",
		wanted: ["d1", "d2", "d3"].map((text) => passage(`far ${text}`, 250)),
		first: false,
		picked: ["far d1", "far d2"],
	},
	{
		what: "at most four passages",
		wanted: ["1", "2", "3", "4", "5"].map((text) => passage(`far ${text}`, 30)),
		first: false,
		picked: ["far 1", "far 2", "far 3", "far 4"],
	},
	{
		what: "near goes before far",
		wanted: [far, near],
		first: false,
		picked: ["near"],
	},
	{
		what: "each text once",
		wanted: [far, passage("far", 100)],
		first: false,
		picked: ["far"],
	},
	{ what: "nothing is wanted", wanted: [], first: true, picked: [] },
])("$what", ({ wanted, first, picked }) => {
	const rank = (it: Passage): Nearness =>
		it.text.startsWith("far") ? 2 : nearness(it);
	expect(pickBatch(wanted, rank, { first }).map(({ text }) => text)).toEqual(
		picked,
	);
});
