import type { FrameStatus, PageStatus } from "./messages.ts";

/** Frame id of the page itself. */
export const TOP_FRAME = 0;

/** Where to look for marks: the page itself where it has any, else the first frame that has. */
export function frameWithMarks(frames: readonly FrameStatus[]): number {
	const marked = frames.filter(({ status }) => status.marked > 0);
	const ids = marked.map(({ frameId }) => frameId);
	return ids.sort((a, b) => a - b)[0] ?? TOP_FRAME;
}

/** The page with the frames inside it as one: the counts together, done when all are; a turn is the page's own. */
export function wholePage(
	page: PageStatus,
	frames: readonly FrameStatus[],
): PageStatus {
	if (page.state === "off" || page.state === "failed") return page;
	const all = [page];
	for (const { frameId, status } of frames) {
		const counts = status.state === "checking" || status.state === "done";
		if (frameId !== TOP_FRAME && counts) all.push(status);
	}
	const sum = (count: "passages" | "judged" | "marked") =>
		all.reduce((total, status) => total + status[count], 0);
	return {
		state: all.some(({ state }) => state === "checking") ? "checking" : "done",
		passages: sum("passages"),
		judged: sum("judged"),
		marked: sum("marked"),
		...(page.turn === undefined ? {} : { turn: page.turn }),
		...(page.disclosures === undefined
			? {}
			: { disclosures: page.disclosures }),
	};
}
