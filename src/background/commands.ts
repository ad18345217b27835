import { frameWithMarks } from "../shared/frames.ts";
import type { Send } from "../shared/make-send.ts";
import type { FrameStatus, PageStatus } from "../shared/messages.ts";
import type { FrameStatuses } from "./page-counts.ts";

export type CommandSeams = {
	readonly send: Send;
	readonly start: (tabId: number) => Promise<void>;
	readonly stop: (tabId: number) => Promise<void>;
	readonly framesOf: (tabId: number) => Promise<FrameStatuses>;
};

/** Runs one of the manifest's keyboard commands in a tab. */
export async function runCommand(
	{ send, start, stop, framesOf }: CommandSeams,
	command: string,
	tabId: number,
): Promise<void> {
	const frames = async (): Promise<FrameStatus[]> =>
		[...(await framesOf(tabId))].map(([frameId, status]) => ({
			frameId,
			status,
		}));
	const go = async (to: "next" | "previous"): Promise<void> => {
		await send(
			"page.go",
			{ to },
			{ tabId, frameId: frameWithMarks(await frames()) },
		);
	};
	switch (command) {
		case "check-page": {
			const status = await send("page.status", {}, { tabId, frameId: 0 }).catch(
				() => undefined,
			);
			return isOn(status) ? stop(tabId) : start(tabId);
		}
		case "next-mark":
			return go("next");
		case "previous-mark":
			return go("previous");
	}
}

const isOn = (status: PageStatus | undefined): boolean =>
	status?.state === "checking" || status?.state === "done";
