import type { Page } from "playwright-core";
import type { Browser } from "webextension-polyfill";
import { isReply } from "../../src/shared/envelope.ts";
import { MESSAGE_CHECKS } from "../../src/shared/message-checks.ts";
import type {
	Answer,
	Ask,
	Failure,
	MessageName,
} from "../../src/shared/messages.ts";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import type { ExtensionBrowser } from "./launch.ts";
import { untilGiven } from "./until-given.ts";

/** The browser says that the service worker runs before it listens or has its interfaces; a loaded machine takes long. */
const WORKER_START_MS = 20_000;
/** Chromium's words for a message that reached no listener, and so did nothing: it may be sent again. */
const NO_LISTENER = /Receiving end does not exist/;

/** In the functions below that run inside the browser. */
declare const chrome: Browser;

/** An extension context refused: carries the failure as the interface would get it. */
export class Refused extends Error {
	override readonly name = "Refused";
	readonly failure: Failure | "nobody";

	constructor(what: string, failure: Failure | "nobody", message: string) {
		super(`${what}: ${failure} (${message})`);
		this.failure = failure;
	}
}

/** The answer in a reply, checked. @throws Refused */
export function unwrap<N extends MessageName>(
	name: N,
	reply: unknown,
): Answer<N> {
	if (reply === undefined || reply === null)
		throw new Refused(name, "nobody", "nobody answered");
	if (!isReply(reply)) throw new Refused(name, "nobody", "malformed reply");
	if (!reply.ok) throw new Refused(name, reply.failure, reply.message);
	if (!MESSAGE_CHECKS[name].answer(reply.answer))
		throw new Refused(name, "nobody", "malformed answer");
	return reply.answer;
}

/**
 * Sends a message as one of the extension's own pages would: `page` shows one. Waits for a worker that is still starting.
 * @throws Refused
 */
export async function askFrom<N extends MessageName>(
	page: Page,
	name: N,
	ask: Ask<N>,
): Promise<Answer<N>> {
	const post = (): Promise<unknown> =>
		page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
			name,
			ask,
		});
	const wasUnheard = (error: unknown): boolean =>
		NO_LISTENER.test(String(error));
	const reply = await untilGiven(post, {
		limitMs: WORKER_START_MS,
		passing: wasUnheard,
	}).catch((error: unknown) => {
		if (wasUnheard(error)) return undefined;
		throw error;
	});
	return unwrap(name, reply);
}

/**
 * Chromium's id of the tab that shows `url`; the extension must be allowed to see that page.
 * @throws PlainError when none does within the time that the service worker may take to start.
 */
export async function tabIdOf(
	browser: ExtensionBrowser,
	url: string,
): Promise<number> {
	let seen: readonly (string | undefined)[] = [];
	const find = async (): Promise<number | undefined> => {
		const worker = await browser.worker();
		const tabs = await worker.evaluate(async () =>
			(await chrome.tabs.query({})).map(({ id, url }) => ({ id, url })),
		);
		seen = tabs.map((tab) => tab.url);
		return tabs.find((tab) => tab.url === url)?.id;
	};
	const id = await untilGiven(find, {
		limitMs: WORKER_START_MS,
		passing: () => true,
	}).catch((cause: unknown) => {
		throw new PlainError(
			`The extension did not say which tab shows ${url}: ${firstLine(cause)}`,
			{ cause },
		);
	});
	if (id === undefined)
		throw new PlainError(
			`The extension sees no tab with ${url}, but ${seen.join(", ")}.`,
		);
	return id;
}

/**
 * Sends a message to the top frame of a tab, as the background would.
 * @throws Refused, also when the tab has no content script.
 */
export async function askTab<N extends MessageName>(
	browser: ExtensionBrowser,
	tabId: number,
	name: N,
	ask: Ask<N>,
): Promise<Answer<N>> {
	const worker = await browser.worker();
	const reply: unknown = await worker.evaluate(
		([id, envelope]) =>
			chrome.tabs
				.sendMessage(id, envelope, { frameId: 0 })
				.catch(() => undefined),
		[tabId, { name, ask }] as const,
	);
	return unwrap(name, reply);
}

/**
 * Like `askTab`, but from one of the extension's pages: does not need the service worker.
 * @throws Refused
 */
export async function askTabFrom<N extends MessageName>(
	page: Page,
	tabId: number,
	name: N,
	ask: Ask<N>,
): Promise<Answer<N>> {
	const reply: unknown = await page.evaluate(
		([id, envelope]) =>
			chrome.tabs
				.sendMessage(id, envelope, { frameId: 0 })
				.catch(() => undefined),
		[tabId, { name, ask }] as const,
	);
	return unwrap(name, reply);
}

/** Shows one of the extension's pages for as long as `work` takes. */
export async function withExtensionPage<T>(
	browser: ExtensionBrowser,
	work: (page: Page) => Promise<T>,
): Promise<T> {
	const page = await browser.context.newPage();
	try {
		await page.goto(`${browser.origin}/options/index.html`);
		return await work(page);
	} finally {
		await page.close();
	}
}
