import type { Engine } from "../shared/engine-host/engine.ts";
import type { Send } from "../shared/make-send.ts";
import type { OffscreenDocument } from "./offscreen-document.ts";

/** The engine in Chrome: asked by message, in the offscreen document. */
export const offscreenHost = (
	document: OffscreenDocument,
	send: Send,
): Engine => ({
	judge: async (texts) => {
		await document.open();
		return (await send("engine.judge", { texts })).verdicts;
	},
	status: async () =>
		(await document.exists()) ? send("engine.status", {}) : { state: "idle" },
	warmUp: async () => {
		await document.open();
		return send("engine.warm-up", {});
	},
});
