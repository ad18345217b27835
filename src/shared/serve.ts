import { browser } from "./browser.ts";
import { makeServe } from "./make-serve.ts";

/**
 * Answers this context's messages with one handler each, until the signal aborts. Call it at the top
 * level of an entry, before anything is awaited. A handler's error reaches the sender as a `RemoteFailure`.
 */
export const serve = makeServe(browser);
