import { failureOf } from "../shared/failure.ts";
import { TOP_FRAME, wholePage } from "../shared/frames.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import { createShare } from "./page-share.ts";
import type { PageState } from "./page-view.ts";
import type { ThisTab } from "./this-tab.ts";

/** Between two looks at the page: counts seem to run, and an answer costs the page microseconds. */
const LOOK_MS = 400;

export interface WatchPageParts {
	readonly send: Send;
	readonly tab: ThisTab;
	readonly show: (state: PageState) => void;
	readonly signal: AbortSignal;
}

/** The page is asked again and again while the popup is open; the answer has what the user can do. */
export function watchPage({ send, tab, show, signal }: WatchPageParts) {
	const { tabId } = tab;
	const shareOf = createShare(send, tabId);
	let generation = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const isFile = tab.page.kind === "file";

	const look = async (): Promise<PageState> => {
		try {
			const { frames } = await send("background.frames", { tabId });
			const status = wholePage(frames);
			if (status === undefined) return { kind: "untouched", file: isFile };
			const share = status.state === "done" ? await shareOf(frames) : undefined;
			const top = frames.some(
				(frame) => frame.frameId === TOP_FRAME && frame.status.state !== "off",
			);
			return { kind: "known", status, share, partly: !top };
		} catch (error) {
			const failure = failureOf(error);
			return failure === "no-permission"
				? { kind: "untouched", file: isFile }
				: { kind: "failed", failure };
		}
	};
	const keepLooking = async () => {
		const mine = ++generation;
		clearTimeout(timer);
		const state = await look();
		if (signal.aborted || mine !== generation) return;
		show(state);
		timer = setTimeout(() => void guard("page state", keepLooking), LOOK_MS);
	};
	/** Checks the page now, or takes everything back. */
	const turn = async (on: boolean) => {
		generation++;
		clearTimeout(timer);
		if (on) show({ kind: "starting" });
		try {
			await send("background.check-tab", { tabId, on });
		} catch (error) {
			show({ kind: "failed", failure: failureOf(error) });
			return;
		}
		await keepLooking();
	};
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
	/** Shows the next or previous mark on the page, in whichever frame it is. */
	const go = (to: "next" | "previous") => send("background.go", { tabId, to });
	return { keepLooking, turn, go };
}
