import type { Browser } from "webextension-polyfill";
import { failureOf, RemoteFailure } from "../shared/failure.ts";
import type { Send } from "../shared/make-send.ts";
import type { Origin } from "../shared/make-serve.ts";
import { CONTENT_SCRIPT, CONTENT_STYLE } from "./content-files.ts";

type Scripting = Pick<Browser["scripting"], "insertCSS" | "executeScript">;

export type StartSeams = {
	readonly scripting: Scripting;
	readonly send: Send;
};

/**
 * Starts checking a tab, in every frame that may be read.
 * @throws RemoteFailure `no-permission` for pages the browser keeps to itself.
 */
export async function startTab(
	{ scripting, send }: StartSeams,
	tabId: number,
): Promise<void> {
	const target = { tabId, allFrames: true };
	try {
		await scripting.insertCSS({ target, files: [CONTENT_STYLE] });
		await scripting.executeScript({ target, files: [CONTENT_SCRIPT] });
	} catch (cause) {
		// Not even our own viewer lets a script in; it starts the same one itself.
		const isViewer = await send("viewer.check", {}, { tabId, frameId: 0 }).then(
			() => true,
			() => false,
		);
		if (isViewer) return;
		throw new RemoteFailure("no-permission", String(cause), { cause });
	}
}

/**
 * Brings the content script into the frame whose starter asks for it. Its style sheet is registered with the starter.
 * @throws when the document is gone; its starter is gone with it.
 */
export async function startFrame(
	scripting: Pick<Browser["scripting"], "executeScript">,
	{ tabId, frameId = 0, documentId }: Origin,
): Promise<void> {
	if (tabId === undefined) return;
	// The frame may show another document by now: a browser that names documents starts it in no other.
	const where =
		documentId === undefined
			? { frameIds: [frameId] }
			: { documentIds: [documentId] };
	await scripting.executeScript({
		target: { tabId, ...where },
		files: [CONTENT_SCRIPT],
	});
}

/** Takes everything back in every frame. A tab without a content script has nothing to take back. */
export async function stopTab(send: Send, tabId: number): Promise<void> {
	try {
		await send("page.stop", {}, { tabId });
	} catch (error) {
		if (failureOf(error) !== "no-permission") throw error;
	}
}
