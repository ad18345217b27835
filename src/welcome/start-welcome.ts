import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import type { Serve } from "../shared/make-serve.ts";
import type { SettingsStore } from "../shared/make-settings-store.ts";
import { find } from "../shared/ui/dom.ts";
import { watchEngine } from "../shared/ui/engine-watch.ts";
import { startModeChoice } from "../shared/ui/mode-choice.ts";
import { startTextCheck } from "../shared/ui/start-text-check.ts";
import { SAMPLES } from "./samples.ts";

export interface WelcomeParts {
	readonly browser: Pick<Browser, "permissions" | "runtime">;
	readonly send: Send;
	readonly serve: Serve;
	readonly store: SettingsStore;
	readonly signal: AbortSignal;
}

/** Joins the parts of the welcome page: the one question, and a text to try. */
export function startWelcome(page: Document, parts: WelcomeParts): void {
	const { browser, send, serve, store, signal } = parts;
	const { permissions, runtime } = browser;
	const part = (id: string) => find(page, id, HTMLElement);

	void guard("mode", () =>
		startModeChoice(part("#mode"), { permissions, store, send, signal }),
	);
	void guard("text check", async () => {
		const setText = await startTextCheck(part("#check"), {
			send,
			store,
			signal,
		});
		for (const { id, text } of SAMPLES) {
			part(`#${id}`).addEventListener("click", () => setText(text), { signal });
		}
	});
	watchEngine(part("#engine"), { send, serve, signal });
	part("#options").addEventListener(
		"click",
		() => void guard("options", () => runtime.openOptionsPage()),
		{ signal },
	);
}
