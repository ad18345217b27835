import { failureOf } from "../shared/failure.ts";
import { inOrder, TOP_FRAME } from "../shared/frames.ts";
import type { Send } from "../shared/make-send.ts";
import type { FrameStatus } from "../shared/messages.ts";
import type { FrameStatuses, PageCounts } from "./page-counts.ts";

export type LiveFramesSeams = {
	readonly send: Send;
	readonly counts: Pick<PageCounts, "of" | "drop">;
	readonly show: (tabId: number, frames: FrameStatuses) => Promise<void>;
};

/**
 * The frames of a tab as they are now, the page first: each one known is asked. Those that are gone, or where nothing
 * of ours runs any more, are forgotten; one too busy to answer stands as it last was.
 */
export async function liveFrames(
	{ send, counts, show }: LiveFramesSeams,
	tabId: number,
): Promise<readonly FrameStatus[]> {
	const known = await counts.of(tabId);
	const gone = new Map(known);
	const ask = async (frameId: number): Promise<FrameStatus[]> => {
		const before = known.get(frameId);
		try {
			const status = await send("page.status", {}, { tabId, frameId });
			gone.delete(frameId);
			return [{ frameId, status }];
		} catch (error) {
			if (failureOf(error) === "no-permission") return [];
			if (before === undefined) throw error;
			gone.delete(frameId);
			return [{ frameId, status: before }];
		}
	};
	const ids = new Set([TOP_FRAME, ...known.keys()]);
	const answers = await Promise.all([...ids].map(ask));
	if (gone.size > 0) await show(tabId, await counts.drop(tabId, gone));
	return inOrder(answers.flat());
}
