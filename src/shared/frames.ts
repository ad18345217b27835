import { MAX_DISCLOSURES } from "./limits.ts";
import type { Disclosure, FrameStatus, PageStatus } from "./messages.ts";

/** Frame id of the page itself. */
export const TOP_FRAME = 0;

/** The page first, then its frames by number, which is the order in which the browser made them. */
export const inOrder = (frames: readonly FrameStatus[]): FrameStatus[] =>
	frames.toSorted((a, b) => a.frameId - b.frameId);

type State = PageStatus["state"];

/** Checking as long as one is; failed where the page itself is, or nothing works; a failure elsewhere is named beside. */
function stateOf(statuses: readonly PageStatus[], page: State): State {
	const has = (state: State) => statuses.some((it) => it.state === state);
	if (page === "failed") return "failed";
	if (has("checking")) return "checking";
	return has("done") ? "done" : "failed";
}

/** What the page says of itself comes first; a frame without prose says nothing of it. */
function disclosuresOf(statuses: readonly PageStatus[]): Disclosure[] {
	const found = new Map<string, Disclosure>();
	for (const [index, { passages, disclosures = [] }] of statuses.entries()) {
		if (index > 0 && passages === 0) continue;
		for (const one of disclosures) {
			const key = `${one.kind} ${one.text}`;
			if (!found.has(key)) found.set(key, one);
		}
	}
	return [...found.values()].slice(0, MAX_DISCLOSURES);
}

/**
 * The page with the frames inside it as one: the counts together, what it says of itself, and the turn of the frame
 * with most of the text. Undefined where nothing of ours runs.
 */
export function wholePage(
	frames: readonly FrameStatus[],
): PageStatus | undefined {
	const ordered = inOrder(frames).map(({ status }) => status);
	const on = ordered.filter(({ state }) => state !== "off");
	const [first] = on;
	if (first === undefined) return ordered[0];
	const page = frames.find(({ frameId }) => frameId === TOP_FRAME);
	const sum = (count: (status: PageStatus) => number) =>
		on.reduce((total, status) => total + count(status), 0);
	const state = stateOf(on, page?.status.state ?? "off");
	const failure = on.find((it) => it.state === "failed")?.failure;
	const { turn } = on.reduce((a, b) => (b.passages > a.passages ? b : a));
	const disclosures = disclosuresOf(on);
	const inPart = sum((status) => status.inPart ?? 0);
	return {
		state,
		passages: sum(({ passages }) => passages),
		judged: sum(({ judged }) => judged),
		marked: sum(({ marked }) => marked),
		unmarked: {
			unclear: sum(({ unmarked }) => unmarked?.unclear ?? 0),
			humanLike: sum(({ unmarked }) => unmarked?.humanLike ?? 0),
			unscored: sum(({ unmarked }) => unmarked?.unscored ?? 0),
		},
		...(inPart === 0 ? {} : { inPart }),
		...(failure === undefined ? {} : { failure }),
		...(turn === undefined || state !== "done" ? {} : { turn }),
		...(disclosures.length === 0 ? {} : { disclosures }),
	};
}
