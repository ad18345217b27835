import { describe, expect, test } from "vitest";
import { wholePage } from "../../src/shared/frames.ts";
import type {
	Disclosure,
	FrameStatus,
	PageStatus,
} from "../../src/shared/messages.ts";

const status = (
	state: PageStatus["state"],
	passages: number,
	marked: number,
	more: Partial<PageStatus> = {},
): PageStatus => ({
	state,
	passages,
	judged: passages,
	marked,
	unmarked: { unclear: 1, humanLike: passages - marked - 1, unscored: 0 },
	...more,
});
const frame = (frameId: number, of: PageStatus): FrameStatus => ({
	frameId,
	status: of,
});
const whole = (...statuses: readonly PageStatus[]) =>
	wholePage(statuses.map((it, index) => frame(index * 7, it)));

test("the counts of all frames are added, those of a frame that is off are not", () => {
	const merged = whole(
		status("done", 5, 1),
		status("checking", 3, 2),
		status("off", 9, 9),
	);
	expect(merged).toEqual({
		state: "checking",
		passages: 8,
		judged: 8,
		marked: 3,
		unmarked: { unclear: 2, humanLike: 3, unscored: 0 },
	});
});

test("the passages marked in part are added, and not named where there are none", () => {
	const [one, two] = [1, 2].map((inPart) => status("done", 5, 3, { inPart }));
	expect(whole(one ?? off, two ?? off, status("done", 5, 1))?.inPart).toBe(3);
	expect(whole(status("done", 5, 1))).not.toHaveProperty("inPart");
});

const off = status("off", 0, 0);
test.each<[string, PageStatus | undefined, PageStatus | undefined]>([
	["nothing of ours runs", whole(), undefined],
	["everything is off", whole(off, off), off],
])("where %s", (_what, merged, expected) => {
	expect(merged).toEqual(expected);
});

const [done, checking] = [status("done", 3, 1), status("checking", 3, 1)];
const failed = status("failed", 3, 0, { failure: "out-of-memory" });
test.each<[string, readonly PageStatus[], PageStatus["state"], boolean]>([
	["all are done", [done, done], "done", false],
	["one is still checking", [done, checking], "checking", false],
	["the page itself failed", [failed, done], "failed", true],
	["a frame failed", [done, failed], "done", true],
	[
		"a frame failed, another goes on",
		[done, failed, checking],
		"checking",
		true,
	],
	["only frames are read, and they failed", [off, failed], "failed", true],
	["only frames are read", [off, done], "done", false],
])("the state where %s", (_what, statuses, state, named) => {
	const merged = whole(...statuses);
	expect(merged?.state).toBe(state);
	expect(merged?.failure).toBe(named ? "out-of-memory" : undefined);
});

describe("what the page says", () => {
	const label = (text: string): Disclosure => ({ kind: "label", text });
	const saying = (passages: number, ...texts: string[]) =>
		status("done", passages, 0, { disclosures: texts.map(label) });

	test("comes first, then what its frames with prose say, each once", () => {
		const merged = whole(
			saying(0, "page"),
			saying(4, "frame", "page"),
			saying(0, "advertisement"),
		);
		expect(merged?.disclosures).toEqual([label("page"), label("frame")]);
	});
	test("is bounded", () => {
		const texts = Array.from({ length: 4 }, (_, index) => `${index}`);
		const more = texts.map((text) => `more ${text}`);
		expect(
			whole(saying(1, ...texts), saying(1, ...more))?.disclosures,
		).toHaveLength(5);
	});
});

test("the turn is that of the frame with most of the text, said when all is done", () => {
	const turn = { after: 3, of: 9, to: "machine-like" } as const;
	const long = status("done", 9, 5, { turn });
	expect(whole(status("done", 2, 0), long)?.turn).toEqual(turn);
	expect(whole(checking, long)?.turn).toBeUndefined();
});
