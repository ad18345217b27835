import type { Browser } from "webextension-polyfill";
import { createEngine } from "../shared/engine-host/create-engine.ts";
import type { Engine } from "../shared/engine-host/engine.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import { stayAwake } from "./stay-awake.ts";

/** The engine in Firefox: in a worker of the background page, which ends with it. */
export function workerHost(
	runtime: Pick<Browser["runtime"], "getURL" | "getPlatformInfo">,
	send: Send,
): Engine {
	const engine = createEngine({
		spawn: () =>
			new Worker(runtime.getURL("engine/worker.js"), { type: "module" }),
		onStatus: (status) =>
			void guard("engine status", () => send("pages.engine-status", status)),
		now: () => performance.now(),
	});
	return stayAwake(
		engine,
		() => void guard("stay awake", () => runtime.getPlatformInfo()),
	);
}
