import type { Browser } from "webextension-polyfill";
import { createEngine } from "../shared/engine-host/create-engine.ts";
import type { Engine } from "../shared/engine-host/engine.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import { offscreenApi } from "./offscreen-api.ts";
import { createOffscreenDocument } from "./offscreen-document.ts";
import { offscreenHost } from "./offscreen-host.ts";

/**
 * The engine where this browser can run it: in an offscreen document where there is such a thing (a
 * service worker cannot start workers), else in a worker of the background page itself.
 */
export function engineHost(
	{ runtime }: Pick<Browser, "runtime">,
	send: Send,
	api: unknown,
): Engine {
	const offscreen = offscreenApi(api);
	if (offscreen !== undefined) {
		const greet = () => send("engine.status", {});
		return offscreenHost(
			createOffscreenDocument({ offscreen, runtime, greet }),
			send,
		);
	}
	return createEngine({
		spawn: () =>
			new Worker(runtime.getURL("engine/worker.js"), { type: "module" }),
		onStatus: (status) =>
			void guard("engine status", () => send("pages.engine-status", status)),
		now: () => performance.now(),
	});
}
