import { browser } from "./browser.ts";
import { makeSend } from "./make-send.ts";

/**
 * Asks another context and waits for its checked answer: `send("background.judge", { texts })`.
 * `page.*` messages need `to.tabId`.
 * @throws RemoteFailure with `.failure`: the receiver's reason, `bad-request` when an ask or answer is
 * malformed, `no-permission` when a tab has no content script, `engine-stopped` when nobody answers in time.
 */
export const send = makeSend(browser);
