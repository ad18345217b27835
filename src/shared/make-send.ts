import type { Browser } from "webextension-polyfill";
import { isReply } from "./envelope.ts";
import { RemoteFailure } from "./failure.ts";
import { MESSAGE_CHECKS } from "./message-checks.ts";
import type { Answer, Ask, Failure, MessageName } from "./messages.ts";
import { within } from "./within.ts";

/** Where a `page.*` or `viewer.*` message goes. Without `frameId` every frame gets it and the first answer counts. */
export type Target = { readonly tabId?: number; readonly frameId?: number };

export type Send = <N extends MessageName>(
	name: N,
	ask: Ask<N>,
	to?: Target,
) => Promise<Answer<N>>;

type Messenger = {
	readonly runtime: Pick<Browser["runtime"], "sendMessage">;
	/** Absent in content scripts. */
	readonly tabs?: Pick<Browser["tabs"], "sendMessage">;
};

/** Nobody there: the tab has no content script of ours, or the engine's host is gone. */
const unreachable = (name: MessageName): Failure =>
	/^(?:page|viewer)\./.test(name) ? "no-permission" : "engine-stopped";

/** Interface pages may be closed and never answer: such a message is only handed over. */
const isBroadcast = (name: MessageName): boolean => name.startsWith("pages.");

/** Makes `send` for one context; see `send.ts`. */
export function makeSend(browser: Messenger): Send {
	const post = (
		name: MessageName,
		ask: unknown,
		to: Target,
	): Promise<unknown> => {
		const envelope = { name, ask };
		if (to.tabId === undefined) return browser.runtime.sendMessage(envelope);
		if (browser.tabs === undefined)
			throw new RemoteFailure(
				"bad-request",
				`${name}: no tabs in this context`,
			);
		const options = to.frameId === undefined ? {} : { frameId: to.frameId };
		return browser.tabs.sendMessage(to.tabId, envelope, options);
	};

	const reach = async (
		name: MessageName,
		ask: unknown,
		to: Target,
	): Promise<unknown> => {
		try {
			return await post(name, ask, to);
		} catch (cause) {
			if (cause instanceof RemoteFailure) throw cause;
			throw new RemoteFailure(unreachable(name), `${name}: ${String(cause)}`, {
				cause,
			});
		}
	};

	const deliver = async (name: MessageName, ask: unknown): Promise<unknown> => {
		await reach(name, ask, {}).catch(() => undefined);
		return { ok: true, answer: {} };
	};

	const request: Send = async (name, ask, to = {}) => {
		const check = MESSAGE_CHECKS[name];
		const late = () =>
			new RemoteFailure("engine-stopped", `${name}: no answer in time`);
		const reply = await within(
			isBroadcast(name) ? deliver(name, ask) : reach(name, ask, to),
			check.limitMs(ask),
			late,
		);
		if (reply === undefined)
			throw new RemoteFailure(unreachable(name), `${name}: nobody answered`);
		if (!isReply(reply))
			throw new RemoteFailure("bad-request", `${name}: malformed reply`);
		if (!reply.ok) throw new RemoteFailure(reply.failure, reply.message);
		if (!check.answer(reply.answer))
			throw new RemoteFailure("bad-request", `${name}: malformed answer`);
		return reply.answer;
	};
	return request;
}
