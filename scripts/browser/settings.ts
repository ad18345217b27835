import type { Browser } from "webextension-polyfill";
import type { Settings } from "../../src/shared/settings.ts";
import { PlainError } from "../lib/plain-error.ts";
import { askFrom, Refused, withExtensionPage } from "./ask.ts";
import type { ExtensionBrowser } from "./launch.ts";

/** In the functions below that run inside the browser. */
declare const chrome: Browser;

/**
 * Stores settings as the options page would and tells the background.
 * @throws PlainError when the background does not take them.
 */
export async function changeSettings(
	browser: ExtensionBrowser,
	settings: Partial<Settings>,
): Promise<void> {
	await withExtensionPage(browser, async (page) => {
		await page.evaluate(
			(value) => chrome.storage.local.set({ settings: value }),
			settings,
		);
		await askFrom(page, "background.settings-changed", {});
	}).catch((error: unknown) => {
		if (!(error instanceof Refused)) throw error;
		throw new PlainError(
			`The extension did not take the settings: ${error.message}`,
		);
	});
}

/** Checks pages of this host without a click from now on; the build must hold its host permission. */
export const checkAutomatically = (
	browser: ExtensionBrowser,
	host: string,
): Promise<void> =>
	changeSettings(browser, { mode: "chosen-sites", chosenSites: [host] });
