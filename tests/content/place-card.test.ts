import { describe, expect, it } from "vitest";
import {
	type Box,
	boxAround,
	placeCard,
} from "../../src/content/place-card.ts";

const view = { width: 800, height: 600 };
const card = { width: 300, height: 200 };
const box = (
	left: number,
	top: number,
	width: number,
	height: number,
): Box => ({
	left,
	top,
	width,
	height,
});

describe("the card lies", () => {
	it.each([
		{
			where: "below the text, also when its first line is pointed at",
			text: box(100, 100, 600, 200),
			line: box(150, 100, 50, 20),
			place: { left: 150, top: 308 },
		},
		{
			where: "above it near the end of the window",
			text: box(100, 300, 600, 250),
			line: box(150, 400, 50, 20),
			place: { left: 150, top: 92 },
		},
		{
			where: "above it where it goes on below the window",
			text: box(100, 250, 600, 900),
			line: box(150, 400, 50, 20),
			place: { left: 150, top: 42 },
		},
		{
			where: "right of a high and narrow text",
			text: box(20, -100, 400, 900),
			line: box(30, 300, 50, 20),
			place: { left: 428, top: 300 },
		},
		{
			where: "left of it where the room is there",
			text: box(400, -100, 380, 900),
			line: box(410, 500, 50, 20),
			place: { left: 92, top: 392 },
		},
		{
			where: "on a text that fills the window, below the line",
			text: box(20, -100, 760, 900),
			line: box(30, 200, 50, 20),
			place: { left: 30, top: 228 },
		},
		{
			where: "on a text that fills the window, above a line at its end",
			text: box(20, -100, 760, 900),
			line: box(30, 500, 50, 20),
			place: { left: 30, top: 292 },
		},
		{
			where: "inside the window for a line on the right",
			text: box(600, 100, 195, 20),
			line: box(790, 100, 5, 20),
			place: { left: 492, top: 128 },
		},
		{
			where: "inside the window for a line that begins left of it",
			text: box(-40, 100, 300, 20),
			line: box(-40, 100, 50, 20),
			place: { left: 8, top: 128 },
		},
		{
			where: "at the edge of the window when the text has left it",
			text: box(100, -300, 600, 200),
			line: box(150, -300, 50, 20),
			place: { left: 150, top: 8 },
		},
	])("$where", ({ text, line, place }) =>
		expect(placeCard({ spot: { line, text }, card, view })).toEqual(place),
	);

	it("inside even a window too small to keep any line free", () => {
		const line = box(10, 90, 50, 20);
		const small = { width: 320, height: 220 };
		expect(
			placeCard({ spot: { line, text: line }, card, view: small }),
		).toEqual({ left: 10, top: 12 });
	});
});

it.each([
	[[], undefined],
	[[box(0, 0, 0, 0)], undefined],
	[
		[box(10, 10, 20, 20), box(0, 0, 0, 0), box(5, 40, 10, 10)],
		box(5, 10, 25, 40),
	],
])("box around %j", (boxes, around) =>
	expect(boxAround(boxes)).toEqual(around),
);
