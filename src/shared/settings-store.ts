import { browser } from "./browser.ts";
import { makeSettingsStore } from "./make-settings-store.ts";

/** The user's settings in `storage.local`: read, write and watch. */
export const settingsStore = makeSettingsStore(browser.storage);
