import { type MachineShare, machineShare } from "../scoring/page-rule.ts";
import type { Send } from "../shared/make-send.ts";
import type { FrameStatus } from "../shared/messages.ts";

/** Reckons the machine-written share of a whole page, all frames together, and again only when something changed. */
export function createShare(send: Send, tabId: number) {
	let known: { readonly key: string; readonly share: MachineShare } | undefined;
	return async (frames: readonly FrameStatus[]): Promise<MachineShare> => {
		const key = JSON.stringify(frames);
		if (known?.key === key) return known.share;
		const measured = await Promise.all(
			frames.map(({ frameId }) =>
				send("page.measures", {}, { tabId, frameId }).then(
					({ passages }) => passages,
					// Gone since it was asked for its status: it counts no more.
					() => [],
				),
			),
		);
		const share = machineShare(
			measured.flat().map(({ words, pValue }) => ({ words, pValue })),
		);
		known = { key, share };
		return share;
	};
}
