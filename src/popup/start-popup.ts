import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import type { Serve } from "../shared/make-serve.ts";
import type { SettingsStore } from "../shared/make-settings-store.ts";
import { find } from "../shared/ui/dom.ts";
import { watchEngine } from "../shared/ui/engine-watch.ts";
import { startTextCheck } from "../shared/ui/start-text-check.ts";
import { startDocumentOffer } from "./document-offer.ts";
import { startPagePanel } from "./page-panel.ts";
import { takePopupText } from "./popup-text.ts";
import { startSiteSwitch } from "./site-switch.ts";
import { thisTab } from "./this-tab.ts";

export interface PopupParts {
	readonly browser: Pick<
		Browser,
		"tabs" | "permissions" | "storage" | "runtime" | "scripting"
	>;
	readonly send: Send;
	readonly serve: Serve;
	readonly store: SettingsStore;
	readonly signal: AbortSignal;
}

/** Joins the popup's parts; each works, or fails, without the others. */
export async function startPopup(
	page: Document,
	parts: PopupParts,
): Promise<void> {
	const { browser, send, serve, store, signal } = parts;
	const { permissions } = browser;
	watchEngine(find(page, "#engine", HTMLElement), { send, serve, signal });
	void guard("text check", async () => {
		const check = find(page, "#check", HTMLElement);
		const setText = await startTextCheck(check, { send, store, signal });
		const text = await takePopupText(browser.storage.session);
		if (text !== undefined) setText(text);
	});
	find(page, "#options", HTMLButtonElement).addEventListener(
		"click",
		() => void guard("options", () => browser.runtime.openOptionsPage()),
		{ signal },
	);
	const inTab = (await browser.tabs.getCurrent()) !== undefined;
	page.documentElement.classList.toggle("in-tab", inTab);
	const tab = await thisTab(browser.tabs);
	if (signal.aborted) return;
	const { tabs, runtime } = browser;
	const address = tab?.address;
	const contentType = async (): Promise<string | undefined> => {
		if (tab === undefined) return undefined;
		// The click on our button lets us look at this tab. Browsers show a PDF in a page of that type.
		const [shown] = await browser.scripting.executeScript({
			target: { tabId: tab.tabId },
			func: () => document.contentType,
		});
		return typeof shown?.result === "string" ? shown.result : undefined;
	};
	startDocumentOffer(page, { tabs, runtime, address, contentType, signal });
	const panel = find(page, "#page", HTMLElement);
	startPagePanel(panel, { send, tab, signal });
	if (tab?.page.kind !== "web") return;
	const { host } = tab.page;
	await startSiteSwitch(find(page, "#site", HTMLElement), {
		host,
		permissions,
		store,
		send,
		signal,
	});
}
