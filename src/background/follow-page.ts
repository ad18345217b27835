import { failureOf } from "../shared/failure.ts";
import type { Send } from "../shared/make-send.ts";

/**
 * Has every frame of a page that has come to rest tell its counts again. One that came back from the browser's page
 * cache, or went to a fragment of itself, has nothing new to report on its own; and when a frame inside it loads, the
 * whole page may be forgotten.
 */
export async function followPage(send: Send, tabId: number): Promise<void> {
	try {
		await send("page.tell", {}, { tabId });
	} catch (error) {
		if (failureOf(error) !== "no-permission") throw error;
	}
}
