import browser, { type Browser } from "webextension-polyfill";

export type { Browser };
/**
 * The WebExtension API with promises, in both browsers. Only this file imports the polyfill, which
 * throws outside an extension: import this file from entries and hand the object on as a parameter.
 */
export { browser };
