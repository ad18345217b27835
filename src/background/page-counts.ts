import type { Storage } from "webextension-polyfill";
import { shape } from "../shared/checks.ts";
import type { PageStatus } from "../shared/messages.ts";
import { isPageStatus } from "../shared/page-checks.ts";

/** The frames of one tab that have reported, by frame id. */
export type FrameStatuses = ReadonlyMap<number, PageStatus>;

export type PageCounts = {
	/** Stores what a frame reports and returns all frames of its tab. */
	readonly report: (
		tabId: number,
		frameId: number,
		status: PageStatus,
	) => Promise<FrameStatuses>;
	readonly of: (tabId: number) => Promise<FrameStatuses>;
	/** Takes these frames out, except those that have reported since. */
	readonly drop: (tabId: number, gone: FrameStatuses) => Promise<FrameStatuses>;
	/** The tab shows another page or none. */
	readonly forget: (tabId: number) => Promise<void>;
};

const keyOf = (tabId: number): string => `tab:${tabId}`;
const isRecord = shape<Record<string, unknown>>({});

const isSame = (one: PageStatus | undefined, other: PageStatus): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

/** What each tab's frames last said, kept in session storage, since the background may end at any moment. */
export function pageCounts(
	session: Pick<Storage.StorageArea, "get" | "set" | "remove">,
): PageCounts {
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const next = last.then(work);
		last = next.catch(() => undefined);
		return next;
	};

	const read = async (tabId: number): Promise<Map<number, PageStatus>> => {
		const stored = (await session.get(keyOf(tabId)))[keyOf(tabId)];
		const frames = new Map<number, PageStatus>();
		if (!isRecord(stored)) return frames;
		for (const [frameId, status] of Object.entries(stored)) {
			if (isPageStatus(status)) frames.set(Number(frameId), status);
		}
		return frames;
	};
	const write = (tabId: number, frames: FrameStatuses): Promise<void> =>
		session.set({ [keyOf(tabId)]: Object.fromEntries(frames) });
	return {
		of: (tabId) => inTurn(() => read(tabId)),
		report: (tabId, frameId, status) =>
			inTurn(async () => {
				const frames = (await read(tabId)).set(frameId, status);
				await write(tabId, frames);
				return frames;
			}),
		drop: (tabId, gone) =>
			inTurn(async () => {
				const frames = await read(tabId);
				for (const [frameId, status] of gone)
					if (isSame(frames.get(frameId), status)) frames.delete(frameId);
				await write(tabId, frames);
				return frames;
			}),
		forget: (tabId) => inTurn(() => session.remove(keyOf(tabId))),
	};
}
