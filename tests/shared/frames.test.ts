import { expect, test } from "vitest";
import { frameWithMarks, wholePage } from "../../src/shared/frames.ts";
import type { FrameStatus, PageStatus } from "../../src/shared/messages.ts";

const status = (
	state: PageStatus["state"],
	passages: number,
	marked: number,
): PageStatus => ({ state, passages, judged: passages, marked });
const frame = (frameId: number, of: PageStatus): FrameStatus => ({
	frameId,
	status: of,
});

test.each<[string, readonly FrameStatus[], number]>([
	["nowhere", [], 0],
	[
		"on the page",
		[frame(9, status("done", 3, 1)), frame(0, status("done", 3, 1))],
		0,
	],
	[
		"in a frame",
		[frame(9, status("done", 3, 1)), frame(0, status("done", 3, 0))],
		9,
	],
	[
		"in two frames",
		[frame(12, status("done", 3, 1)), frame(9, status("done", 3, 1))],
		9,
	],
])("marks %s", (_where, frames, id) => {
	expect(frameWithMarks(frames)).toBe(id);
});

test("the counts of frames are added, the page's own taken once", () => {
	const page = status("done", 5, 1);
	const frames = [
		frame(0, status("done", 4, 0)),
		frame(7, status("checking", 3, 2)),
		frame(8, status("off", 9, 9)),
	];
	expect(wholePage(page, frames)).toEqual(status("checking", 8, 3));
});

test.each(["off", "failed"] as const)("a page that is %s stays so", (state) => {
	const page = status(state, 0, 0);
	expect(wholePage(page, [frame(7, status("done", 3, 2))])).toBe(page);
});
