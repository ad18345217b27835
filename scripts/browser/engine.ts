import type { Browser } from "webextension-polyfill";
import { isReply } from "../../src/shared/envelope.ts";
import type { EngineStatus } from "../../src/shared/messages.ts";
import { PlainError } from "../lib/plain-error.ts";
import { askFrom, Refused, withExtensionPage } from "./ask.ts";
import type { ExtensionBrowser } from "./launch.ts";

/** In the functions below that run inside the browser. */
declare const chrome: Browser;

export type Ready = Extract<EngineStatus, { state: "ready" }>;

/** Loads the model if it is not loaded. @throws PlainError when that fails. */
export async function warmUp(browser: ExtensionBrowser): Promise<Ready> {
	const status = await withExtensionPage(browser, (page) =>
		askFrom(page, "background.warm-up", {}),
	).catch((error: unknown) => {
		if (!(error instanceof Refused)) throw error;
		throw new PlainError(`The model did not load: ${error.message}`);
	});
	if (status.state === "ready") return status;
	const reason = status.state === "failed" ? status.failure : status.state;
	throw new PlainError(`The model did not load: ${reason}.`);
}

/** The engine's state without waking it; undefined when its host is not running. */
export async function engineStatus(
	browser: ExtensionBrowser,
): Promise<EngineStatus | undefined> {
	const worker = await browser.worker();
	const reply: unknown = await worker.evaluate(() =>
		chrome.runtime
			.sendMessage({ name: "engine.status", ask: {} })
			.catch(() => undefined),
	);
	if (!isReply(reply) || !reply.ok) return undefined;
	return reply.answer as EngineStatus;
}
