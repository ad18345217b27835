import type { Browser, Runtime } from "webextension-polyfill";
import { fakeEvent } from "./fake-event.ts";

export const OWN_ID = "telltale";
export const OWN_URL = "chrome-extension://telltale/";
export const own: Runtime.MessageSender = {
	id: OWN_ID,
	url: `${OWN_URL}popup/index.html`,
};
export const contentScript: Runtime.MessageSender = {
	id: OWN_ID,
	url: "https://example.org/",
	frameId: 3,
};

/** Two contexts of an extension: what one sends, the other's listeners get, as JSON, with the sender given. */
export function fakeBus(sender: Runtime.MessageSender = own) {
	const onMessage = fakeEvent<Runtime.OnMessageListener>();
	const transport = async (message: unknown): Promise<unknown> => {
		const copy: unknown = JSON.parse(JSON.stringify(message));
		const replies = onMessage.fire(copy, sender, () => undefined);
		const reply = await replies.find((answer) => answer !== undefined);
		return reply === undefined ? undefined : JSON.parse(JSON.stringify(reply));
	};
	const runtime = {
		id: OWN_ID,
		getURL: (path: string) => OWN_URL + path,
		onMessage,
		sendMessage: transport,
	};
	return { browser: { runtime } as unknown as Browser, onMessage };
}
