import type { Storage } from "webextension-polyfill";
import type { Send } from "../shared/make-send.ts";
import type { Answer, Ask, FrameStatus } from "../shared/messages.ts";

export type WalkSeams = {
	readonly send: Send;
	readonly framesOf: (tabId: number) => Promise<readonly FrameStatus[]>;
	/** Keeps the frame in which the walk is: the background may end between two steps. */
	readonly session: Pick<Storage.StorageArea, "get" | "set" | "remove">;
};

const keyOf = (tabId: number): string => `walk:${tabId}`;

/** The tab is gone. */
export const forgetWalk = (
	session: WalkSeams["session"],
	tabId: number,
): Promise<void> => session.remove(keyOf(tabId));

/**
 * Shows the next or previous mark of a page, through all its frames and round again. `index` counts from 0.
 * @throws RemoteFailure when there are marks, and no frame that has some could show one.
 */
export async function walkMarks(
	{ send, framesOf, session }: WalkSeams,
	tabId: number,
	to: Ask<"background.go">["to"],
): Promise<Answer<"background.go">> {
	const frames = (await framesOf(tabId)).filter(
		({ status }) => status.state !== "off" && status.marked > 0,
	);
	const key = keyOf(tabId);
	const last: unknown = (await session.get(key))[key];
	const at = frames.findIndex(({ frameId }) => frameId === last);
	const first = at !== -1 ? at : to === "next" ? 0 : frames.length - 1;
	let failure: unknown;
	// Once more than there are: back in the first one, the walk begins anew.
	for (let step = 0; step <= frames.length; step += 1) {
		const place =
			(first +
				(to === "next" ? step : frames.length - (step % frames.length))) %
			frames.length;
		const frame = frames[place];
		if (frame === undefined) break;
		const { frameId } = frame;
		const here = await send("page.go", { to }, { tabId, frameId }).catch(
			(error: unknown) => {
				failure = error;
			},
		);
		if (here === undefined || here.index < 0) continue;
		await session.set({ [key]: frameId });
		const marks = (some: readonly FrameStatus[]): number =>
			some.reduce((sum, { status }) => sum + status.marked, 0);
		const others = frames.toSpliced(place, 1);
		return {
			index: marks(frames.slice(0, place)) + here.index,
			of: marks(others) + here.of,
		};
	}
	if (failure !== undefined) throw failure;
	return { index: 0, of: 0 };
}
