import type { Browser } from "webextension-polyfill";
import type { Engine } from "../shared/engine-host/engine.ts";
import type { Send } from "../shared/make-send.ts";
import { offscreenApi } from "./offscreen-api.ts";
import { createOffscreenDocument } from "./offscreen-document.ts";
import { offscreenHost } from "./offscreen-host.ts";
import { workerHost } from "./worker-host.ts";

/**
 * The engine where this browser can run it: in an offscreen document where there is such a thing (a
 * service worker cannot start workers), else in a worker of the background page itself.
 */
export function engineHost(
	browser: Pick<Browser, "runtime">,
	send: Send,
): Engine {
	const { runtime } = browser;
	const offscreen = offscreenApi(browser);
	if (offscreen === undefined) return workerHost(runtime, send);
	const greet = () => send("engine.status", {});
	return offscreenHost(
		createOffscreenDocument({ offscreen, runtime, greet }),
		send,
	);
}
