import { failureOf } from "../shared/failure.ts";
import type { Send } from "../shared/make-send.ts";
import type { FrameStatuses, PageCounts } from "./page-counts.ts";

export type FollowSeams = {
	readonly send: Send;
	readonly counts: Pick<PageCounts, "report">;
	readonly show: (tabId: number, frames: FrameStatuses) => Promise<void>;
};

/**
 * Asks a page that has come to rest for its counts. One that came back from the browser's page cache, or
 * went to a fragment of itself, has nothing new to report on its own.
 */
export async function followPage(
	{ send, counts, show }: FollowSeams,
	tabId: number,
): Promise<void> {
	try {
		const status = await send("page.status", {}, { tabId, frameId: 0 });
		await show(tabId, await counts.report(tabId, 0, status));
	} catch (error) {
		if (failureOf(error) !== "no-permission") throw error;
	}
}
