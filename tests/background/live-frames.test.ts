import { expect, it, vi } from "vitest";
import { liveFrames } from "../../src/background/live-frames.ts";
import { pageCounts } from "../../src/background/page-counts.ts";
import { RemoteFailure } from "../../src/shared/failure.ts";
import type { Send } from "../../src/shared/make-send.ts";
import type { Failure, PageStatus } from "../../src/shared/messages.ts";
import { fakeStorage } from "../shared/fake-storage.ts";

const status = (marked: number): PageStatus => ({
	state: "done",
	passages: 9,
	judged: 9,
	marked,
});

async function look(
	known: readonly (readonly [number, PageStatus])[],
	answers: Readonly<Record<number, PageStatus | Failure>>,
	meanwhile: () => Promise<unknown> = async () => undefined,
) {
	const counts = pageCounts(fakeStorage().area);
	for (const [frameId, said] of known) await counts.report(5, frameId, said);
	const show = vi.fn(async () => undefined);
	const ask = async (frameId: number): Promise<PageStatus> => {
		const answer = answers[frameId] ?? "no-permission";
		if (typeof answer === "string") throw new RemoteFailure(answer);
		return answer;
	};
	const send = (async (
		_name: string,
		_ask: unknown,
		to: { frameId: number },
	) => {
		await meanwhile();
		return ask(to.frameId);
	}) as unknown as Send;
	const frames = await liveFrames({ send, counts, show }, 5);
	const kept = [...(await counts.of(5)).keys()];
	return { frames, show, kept, counts };
}

it("asks every frame that has reported, and the page itself first", async () => {
	const { frames, show } = await look(
		[
			[9, status(1)],
			[4, status(1)],
		],
		{
			0: status(2),
			4: status(3),
			9: status(4),
		},
	);
	expect(frames).toEqual([
		{ frameId: 0, status: status(2) },
		{ frameId: 4, status: status(3) },
		{ frameId: 9, status: status(4) },
	]);
	expect(show).not.toHaveBeenCalled();
});

it("forgets frames that are gone, and the badge with them", async () => {
	const { frames, show, kept } = await look(
		[
			[0, status(2)],
			[4, status(3)],
		],
		{
			0: status(2),
		},
	);
	expect(frames).toEqual([{ frameId: 0, status: status(2) }]);
	expect(kept).toEqual([0]);
	expect(show).toHaveBeenCalledExactlyOnceWith(5, new Map([[0, status(2)]]));
});

it("takes a busy frame at its last word", async () => {
	const known = [
		[0, status(2)],
		[4, status(3)],
	] as const;
	const { frames, kept } = await look(known, {
		0: status(2),
		4: "engine-stopped",
	});
	expect(frames.map(({ frameId }) => frameId)).toEqual([0, 4]);
	expect(kept).toEqual([0, 4]);
});

it("finds nothing where nothing runs", async () => {
	expect((await look([], {})).frames).toEqual([]);
});

it("keeps what a frame reports while it is being forgotten", async () => {
	const counts = pageCounts(fakeStorage().area);
	await counts.report(5, 4, status(1));
	const before = await counts.of(5);
	await counts.report(5, 4, status(2));
	expect([...(await counts.drop(5, before)).values()]).toEqual([status(2)]);
});
