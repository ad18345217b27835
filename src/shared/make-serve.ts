import type { Browser, Runtime } from "webextension-polyfill";
import { type Envelope, isEnvelope, type Reply } from "./envelope.ts";
import { failureOf, RemoteFailure } from "./failure.ts";
import {
	CONTENT_MAY_SEND,
	isMessageName,
	MESSAGE_CHECKS,
} from "./message-checks.ts";
import type { Answer, Ask, MessageName } from "./messages.ts";

/** Who asks. The tab and frame are present for content scripts and for our own pages in a tab. */
export type Origin = {
	readonly tabId: number | undefined;
	readonly frameId: number | undefined;
	readonly url: string | undefined;
	/** Where the browser names documents. */
	readonly documentId?: string | undefined;
};
export type Context = "background" | "engine" | "page" | "pages" | "viewer";
type NameIn<C extends Context> = Extract<MessageName, `${C}.${string}`>;
export type Handler<N extends MessageName> = (
	ask: Ask<N>,
	from: Origin,
) => Answer<N> | Promise<Answer<N>>;
/** One handler for every message of the context, under the message's full name. */
export type Handlers<C extends Context> = {
	readonly [N in NameIn<C>]: Handler<N>;
};
export type Serve = <C extends Context>(
	context: C,
	handlers: Handlers<C>,
	signal?: AbortSignal,
) => void;

type Receiver = {
	readonly runtime: Pick<Browser["runtime"], "id" | "getURL" | "onMessage">;
};

const isIn = <C extends Context>(
	name: MessageName,
	context: C,
): name is NameIn<C> => name.startsWith(`${context}.`);

async function answer<N extends MessageName>(
	name: N,
	handlers: { readonly [K in N]: Handler<K> },
	ask: unknown,
	from: Origin,
): Promise<Reply> {
	try {
		const check = MESSAGE_CHECKS[name];
		if (!check.ask(ask))
			throw new RemoteFailure("bad-request", `${name}: malformed ask`);
		return { ok: true, answer: await handlers[name](ask, from) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { ok: false, failure: failureOf(error), message };
	}
}

/** Makes `serve` for one context; see `serve.ts`. */
export function makeServe({ runtime }: Receiver): Serve {
	const mayAsk = (
		envelope: Envelope,
		sender: Runtime.MessageSender,
	): boolean => {
		if (sender.id !== runtime.id) return false;
		// Our own pages and worker are known by their address; whatever else carries our id runs in a web page.
		if (sender.url?.startsWith(runtime.getURL("")) === true) return true;
		return CONTENT_MAY_SEND.some((name) => name === envelope.name);
	};

	return (context, handlers, signal) => {
		const listener = (
			message: unknown,
			sender: Runtime.MessageSender,
		): Promise<Reply> | undefined => {
			if (
				!isEnvelope(message) ||
				!isMessageName(message.name) ||
				!isIn(message.name, context)
			)
				return undefined;
			const { name } = message;
			const from = {
				tabId: sender.tab?.id,
				frameId: sender.frameId,
				url: sender.url,
				documentId: sender.documentId,
			};
			if (!mayAsk(message, sender)) {
				return Promise.resolve({
					ok: false,
					failure: "bad-request",
					message: `${name}: not for this sender`,
				});
			}
			const reply = answer(name, handlers, message.ask, from);
			return context === "pages" ? undefined : reply;
		};
		runtime.onMessage.addListener(listener);
		signal?.addEventListener(
			"abort",
			() => runtime.onMessage.removeListener(listener),
			{ once: true },
		);
	};
}
