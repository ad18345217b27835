import type { Send } from "../shared/make-send.ts";
import type { PageStatus } from "../shared/messages.ts";

export type CommandSeams = {
	readonly send: Send;
	readonly start: (tabId: number) => Promise<void>;
	readonly stop: (tabId: number) => Promise<void>;
	readonly go: (tabId: number, to: "next" | "previous") => Promise<unknown>;
};

/** Runs one of the manifest's keyboard commands in a tab. */
export async function runCommand(
	{ send, start, stop, go }: CommandSeams,
	command: string,
	tabId: number,
): Promise<void> {
	switch (command) {
		case "check-page": {
			const status = await send("page.status", {}, { tabId, frameId: 0 }).catch(
				() => undefined,
			);
			return isOn(status) ? stop(tabId) : start(tabId);
		}
		case "next-mark":
			await go(tabId, "next");
			return;
		case "previous-mark":
			await go(tabId, "previous");
	}
}

const isOn = (status: PageStatus | undefined): boolean =>
	status?.state === "checking" || status?.state === "done";
