import { expect, it, vi } from "vitest";
import type { Scripting } from "webextension-polyfill";
import {
	startFrame,
	startTab,
	stopTab,
} from "../../src/background/check-tab.ts";
import { followPage } from "../../src/background/follow-page.ts";
import { RemoteFailure } from "../../src/shared/failure.ts";
import { fakeSend } from "./fake-send.ts";

it("starts a tab with the style sheet first, in every frame", async () => {
	const done: [string, Scripting.InjectionTarget, string[] | undefined][] = [];
	const scripting: Parameters<typeof startTab>[0]["scripting"] = {
		insertCSS: async ({ target, files }) =>
			void done.push(["css", target, files]),
		executeScript: async ({ target, files }) => {
			done.push(["js", target, files]);
			return [];
		},
	};
	const { send } = fakeSend();
	await startTab({ scripting, send }, 9);
	const target = { tabId: 9, allFrames: true };
	expect(done).toEqual([
		["css", target, ["content/highlights.css"]],
		["js", target, ["content/index.js"]],
	]);
});

it("says that a page keeps extensions out", async () => {
	const refuse = () =>
		Promise.reject(new Error("Cannot access a chrome:// URL"));
	const scripting = { insertCSS: refuse, executeScript: refuse };
	const { send } = fakeSend();
	await expect(startTab({ scripting, send }, 9)).rejects.toMatchObject({
		failure: "no-permission",
	});
});

it("has our own viewer start the script itself, where nobody can inject one", async () => {
	const refuse = () => Promise.reject(new Error("Cannot access contents"));
	const scripting = { insertCSS: refuse, executeScript: refuse };
	const { send, sent } = fakeSend({ "viewer.check": {} });
	await startTab({ scripting, send }, 9);
	expect(sent).toEqual([["viewer.check", {}, { tabId: 9, frameId: 0 }]]);
});

it.each([
	[{ documentId: "D" }, { tabId: 9, documentIds: ["D"] }],
	[{ documentId: undefined }, { tabId: 9, frameIds: [4] }],
])("starts a frame that asks, by %o", async (named, target) => {
	const executeScript = vi.fn(async () => []);
	const from = { tabId: 9, frameId: 4, url: "https://a.org/", ...named };
	await startFrame({ executeScript }, from);
	expect(executeScript).toHaveBeenCalledExactlyOnceWith({
		target,
		files: ["content/index.js"],
	});
	await startFrame({ executeScript }, { ...from, tabId: undefined });
	expect(executeScript).toHaveBeenCalledOnce();
});

it("stops a tab, also one where nothing runs, but hides no real failure", async () => {
	const { send, sent } = fakeSend({ "page.stop": {} });
	await stopTab(send, 9);
	expect(sent).toEqual([["page.stop", {}, { tabId: 9 }]]);
	await stopTab(fakeSend().send, 9);
	const failing = () => Promise.reject(new RemoteFailure("bad-request"));
	await expect(stopTab(failing, 9)).rejects.toMatchObject({
		failure: "bad-request",
	});
});

it("has all frames of a page that came back tell their counts, and minds none that is not checked", async () => {
	const { send, sent } = fakeSend({ "page.tell": {} });
	await followPage(send, 9);
	expect(sent).toEqual([["page.tell", {}, { tabId: 9 }]]);
	await followPage(fakeSend().send, 10);
});
