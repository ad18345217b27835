import type { Browser } from "../shared/browser.ts";
import type { Envelope } from "../shared/envelope.ts";
import type { MessageName } from "../shared/messages.ts";
import { hasRun, isFirstStarter } from "./lifetime.ts";
import { startLater } from "./start-later.ts";

/**
 * All that a page loads of us with itself: it asks for the content script when the page is idle. Keep it free of
 * imports that weigh; even the polyfill does. Both browsers know this name, and no page can put its own in its place.
 */
declare const chrome: Pick<Browser, "runtime">;

/** A page that is never idle gets the script after this. */
const LONGEST_MS = 1_000;

/** A background that has to start first answers within this. */
const ANSWER_MS = 10_000;

const NAME: MessageName = "background.start-here";

const rest = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));

const isAlive = (): boolean => {
	try {
		return chrome.runtime.id !== undefined;
	} catch {
		return false;
	}
};

if (isFirstStarter(globalThis))
	void startLater({
		document,
		whenIdle: (work) => requestIdleCallback(work, { timeout: LONGEST_MS }),
		isAlive,
		hasRun: () => hasRun(globalThis),
		ask: async () => {
			const envelope: Envelope = { name: NAME, ask: {} };
			// A page that is set aside to go back to meanwhile never gets its answer.
			const reply: unknown = await Promise.race([
				chrome.runtime.sendMessage(envelope),
				rest(ANSWER_MS),
			]);
			return Object(reply).ok === true;
		},
		wait: rest,
	});
