import type { Browser } from "webextension-polyfill";
import { failureOf, RemoteFailure } from "../shared/failure.ts";
import type { Send } from "../shared/make-send.ts";
import { CONTENT_SCRIPT, CONTENT_STYLE } from "./content-files.ts";

type Scripting = Pick<Browser["scripting"], "insertCSS" | "executeScript">;

/**
 * Starts checking a tab, in every frame that may be read.
 * @throws RemoteFailure `no-permission` for pages the browser keeps to itself.
 */
export async function startTab(
	scripting: Scripting,
	tabId: number,
): Promise<void> {
	const target = { tabId, allFrames: true };
	try {
		await scripting.insertCSS({ target, files: [CONTENT_STYLE] });
		await scripting.executeScript({ target, files: [CONTENT_SCRIPT] });
	} catch (cause) {
		throw new RemoteFailure("no-permission", String(cause), { cause });
	}
}

/** Takes everything back in every frame. A tab without a content script has nothing to take back. */
export async function stopTab(send: Send, tabId: number): Promise<void> {
	try {
		await send("page.stop", {}, { tabId });
	} catch (error) {
		if (failureOf(error) !== "no-permission") throw error;
	}
}
