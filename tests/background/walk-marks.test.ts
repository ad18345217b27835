import { expect, it } from "vitest";
import { walkMarks } from "../../src/background/walk-marks.ts";
import { RemoteFailure } from "../../src/shared/failure.ts";
import type { Send } from "../../src/shared/make-send.ts";
import type { FrameStatus } from "../../src/shared/messages.ts";
import { fakeStorage } from "../shared/fake-storage.ts";

const frame = (frameId: number, marked: number): FrameStatus => ({
	frameId,
	status: { state: "done", passages: 9, judged: 9, marked },
});

/** Frames that walk as the content script does: past the last mark they begin anew. */
function stage(frames: readonly FrameStatus[], gone: readonly number[] = []) {
	const at = new Map<number, number>();
	const send = (async (
		_name: string,
		{ to }: { to: "next" | "previous" },
		{ frameId }: { frameId: number },
	) => {
		if (gone.includes(frameId)) throw new RemoteFailure("no-permission");
		const of = frames.find((it) => it.frameId === frameId)?.status.marked ?? 0;
		const last = at.get(frameId) ?? -1;
		const fresh = to === "next" ? 0 : of - 1;
		const index = last === -1 ? fresh : to === "next" ? last + 1 : last - 1;
		const found = index >= 0 && index < of ? index : -1;
		at.set(frameId, found);
		return { index: found, of };
	}) as unknown as Send;
	const session = fakeStorage().area;
	const go = (to: "next" | "previous") =>
		walkMarks({ send, framesOf: async () => frames, session }, 5, to);
	return { go };
}

it("walks through every frame and round again, counting over the whole page", async () => {
	const { go } = stage([frame(0, 2), frame(3, 0), frame(7, 1), frame(8, 2)]);
	const places: number[] = [];
	for (let step = 0; step < 7; step += 1) {
		const { index, of } = await go("next");
		expect(of).toBe(5);
		places.push(index);
	}
	expect(places).toEqual([0, 1, 2, 3, 4, 0, 1]);
});

it("walks backwards the same way", async () => {
	const { go } = stage([frame(0, 2), frame(7, 1)]);
	const places: number[] = [];
	for (let step = 0; step < 5; step += 1)
		places.push((await go("previous")).index);
	expect(places).toEqual([2, 1, 0, 2, 1]);
});

it("turns round between frames", async () => {
	const { go } = stage([frame(0, 1), frame(7, 1)]);
	expect((await go("next")).index).toBe(0);
	expect((await go("next")).index).toBe(1);
	expect((await go("previous")).index).toBe(0);
});

it("goes round in one frame", async () => {
	const { go } = stage([frame(0, 2)]);
	const places = [await go("next"), await go("next"), await go("next")];
	expect(places.map(({ index }) => index)).toEqual([0, 1, 0]);
});

it("passes over a frame that is gone, and tells that there is nothing", async () => {
	const { go } = stage([frame(0, 1), frame(7, 1)], [0]);
	expect((await go("next")).index).toBe(1);
	expect(await stage([]).go("next")).toEqual({ index: 0, of: 0 });
	expect(await stage([frame(0, 0)]).go("previous")).toEqual({
		index: 0,
		of: 0,
	});
});

it("tells why, when no frame that has marks can show one", async () => {
	const { go } = stage([frame(0, 0), frame(7, 1)], [7]);
	await expect(go("next")).rejects.toThrow(RemoteFailure);
});
