import { RemoteFailure } from "../failure.ts";
import type { Send } from "../make-send.ts";
import type { SettingsStore } from "../make-settings-store.ts";
import { addTextCheck } from "./text-check.ts";

export interface StartTextCheckParts {
	readonly send: Send;
	readonly store: SettingsStore;
	readonly signal: AbortSignal;
}

/** The text box at the user's own sensitivity; the answer puts a text into it. Needs no page permission. */
export async function startTextCheck(
	into: HTMLElement,
	{ send, store, signal }: StartTextCheckParts,
): Promise<(text: string) => void> {
	let { sensitivity } = await store.read();
	store.watch((newer) => {
		sensitivity = newer.sensitivity;
	}, signal);
	const judge = async (text: string) => {
		const { verdicts } = await send("background.judge", { texts: [text] });
		const [verdict] = verdicts;
		if (verdict === undefined) throw new RemoteFailure("unknown");
		return verdict;
	};
	return addTextCheck(into, { judge, sensitivity: () => sensitivity, signal });
}
