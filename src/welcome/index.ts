import { browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { send } from "../shared/send.ts";
import { serve } from "../shared/serve.ts";
import { settingsStore } from "../shared/settings-store.ts";
import { localise, provideMessages } from "../shared/ui/i18n.ts";
import { startWelcome } from "./start-welcome.ts";

provideMessages(browser.i18n);
localise(document);
const open = new AbortController();
addEventListener("pagehide", () => open.abort(), { once: true });
void guard("welcome", () =>
	startWelcome(document, {
		browser,
		send,
		serve,
		store: settingsStore,
		signal: open.signal,
	}),
);
