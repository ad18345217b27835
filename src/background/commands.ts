import type { Send } from "../shared/make-send.ts";
import type { PageStatus } from "../shared/messages.ts";
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
	const go = async (to: "next" | "previous"): Promise<void> => {
		await send(
			"page.go",
			{ to },
			{ tabId, frameId: frameWithMarks(await framesOf(tabId)) },
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

/** The page itself where it has marks, else the first frame that has. */
function frameWithMarks(frames: FrameStatuses): number {
	const marked = [...frames].filter(([, status]) => status.marked > 0);
	return marked.map(([frameId]) => frameId).sort((a, b) => a - b)[0] ?? 0;
}
