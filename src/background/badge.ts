import type { Browser } from "webextension-polyfill";
import type { FrameStatuses } from "./page-counts.ts";

/** Slate, white on it at a contrast of 7 to 1: a count, not an alarm. */
const BACKGROUND = "#475569";
const TEXT = "#ffffff";
/** Four characters do not fit the badge. */
const MOST_SHOWN = 99;

/** The badge's text: the number of marks in all frames, nothing where nothing is marked. */
export function badgeText(frames: FrameStatuses): string {
	let marked = 0;
	for (const status of frames.values())
		if (status.state !== "off") marked += status.marked;
	if (marked === 0) return "";
	return marked > MOST_SHOWN ? `${MOST_SHOWN}+` : String(marked);
}

/** Shows a tab's count on the extension's button. A tab that is gone meanwhile is no error. */
export async function showBadge(
	action: Pick<
		Browser["action"],
		"setBadgeText" | "setBadgeBackgroundColor" | "setBadgeTextColor"
	>,
	tabId: number,
	frames: FrameStatuses,
): Promise<void> {
	const text = badgeText(frames);
	await Promise.allSettled([
		action.setBadgeText({ tabId, text }),
		action.setBadgeBackgroundColor({ tabId, color: BACKGROUND }),
		action.setBadgeTextColor({ tabId, color: TEXT }),
	]);
}
