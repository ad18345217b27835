import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import type { Serve } from "../shared/make-serve.ts";
import type { SettingsStore } from "../shared/make-settings-store.ts";
import { find } from "../shared/ui/dom.ts";
import { watchEngine } from "../shared/ui/engine-watch.ts";
import { message } from "../shared/ui/i18n.ts";
import { startModeChoice } from "../shared/ui/mode-choice.ts";
import { startSensitivity } from "./sensitivity-choice.ts";
import { startSiteList } from "./site-list.ts";

export interface OptionsParts {
	readonly browser: Pick<Browser, "permissions" | "runtime">;
	readonly send: Send;
	readonly serve: Serve;
	readonly store: SettingsStore;
	readonly signal: AbortSignal;
}

/** Joins the parts of the options page; each works, or fails, without the others. */
export function startOptions(page: Document, parts: OptionsParts): void {
	const { browser, send, serve, store, signal } = parts;
	const { permissions, runtime } = browser;
	const part = (id: string) => find(page, id, HTMLElement);
	const common = { permissions, store, send, signal };

	void guard("mode", () => startModeChoice(part("#mode"), common));
	void guard("chosen sites", () =>
		startSiteList(part("#chosen"), { ...common, key: "chosenSites" }),
	);
	void guard("excluded sites", () =>
		startSiteList(part("#excluded"), { ...common, key: "excludedSites" }),
	);
	void guard("sensitivity", () =>
		startSensitivity(part("#sensitivity"), common),
	);
	watchEngine(part("#engine"), { send, serve, signal });
	part("#version").textContent = message(
		"options_version",
		runtime.getManifest().version,
	);
}
