import { describe, expect, it, vi } from "vitest";
import type { Browser, Runtime } from "webextension-polyfill";
import { offscreenApi } from "../../src/background/offscreen-api.ts";
import { createOffscreenDocument } from "../../src/background/offscreen-document.ts";

/** Chrome's rule: one document, and a second creation is refused, also while the first is under way. */
function fakeChrome({ answersAfter = 0 } = {}) {
	let created = false;
	let present = false;
	let greetings = 0;
	const createDocument = vi.fn(async () => {
		if (created)
			throw new Error("Only a single offscreen document may be created.");
		created = true;
		await Promise.resolve();
		present = true;
	});
	const context = {} as Runtime.ExtensionContext;
	const runtime: Pick<Browser["runtime"], "getContexts" | "getURL"> = {
		getURL: (path) => `chrome-extension://telltale/${path}`,
		getContexts: async () => (present ? [context] : []),
	};
	const greet = async (): Promise<void> => {
		if (!present || greetings++ < answersAfter) throw new Error("nobody");
	};
	const close = (): void => {
		created = false;
		present = false;
	};
	return {
		seams: { offscreen: { createDocument }, runtime, greet },
		createDocument,
		close,
	};
}

describe("offscreen document", () => {
	it("is created once by concurrent calls", async () => {
		const { seams, createDocument } = fakeChrome();
		const document = createOffscreenDocument(seams);
		expect(await document.exists()).toBe(false);
		await Promise.all([document.open(), document.open(), document.open()]);
		expect(createDocument).toHaveBeenCalledOnce();
		expect(await document.exists()).toBe(true);
	});

	it("is not created again by the next life of the service worker", async () => {
		const { seams, createDocument } = fakeChrome();
		await createOffscreenDocument(seams).open();
		await createOffscreenDocument(seams).open();
		expect(createDocument).toHaveBeenCalledOnce();
	});

	it("is taken as it is when an earlier life was creating it", async () => {
		const { seams } = fakeChrome();
		const lives = [
			createOffscreenDocument(seams),
			createOffscreenDocument(seams),
		];
		await expect(
			Promise.all(lives.map((life) => life.open())),
		).resolves.toBeDefined();
	});

	it("is created again after the browser ended it", async () => {
		const { seams, createDocument, close } = fakeChrome();
		const document = createOffscreenDocument(seams);
		await document.open();
		close();
		await document.open();
		expect(createDocument).toHaveBeenCalledTimes(2);
	});

	it("is open only once it answers, and never waits for ever", async () => {
		vi.useFakeTimers();
		const slow = createOffscreenDocument(
			fakeChrome({ answersAfter: 3 }).seams,
		).open();
		const dead = createOffscreenDocument(
			fakeChrome({ answersAfter: 1e6 }).seams,
		).open();
		const refused = expect(dead).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		await vi.advanceTimersByTimeAsync(60_000);
		await expect(slow).resolves.toBeUndefined();
		await refused;
		vi.useRealTimers();
	});

	it("passes on why it cannot be created, and tries again on the next call", async () => {
		const { seams, createDocument } = fakeChrome();
		createDocument.mockRejectedValueOnce(new Error("not now"));
		const document = createOffscreenDocument(seams);
		await expect(document.open()).rejects.toThrow("not now");
		await expect(document.open()).resolves.toBeUndefined();
	});
});

it.each([
	["Firefox", {}, false],
	["Chrome", { offscreen: { createDocument: () => undefined } }, true],
	["something odd", { offscreen: 1 }, false],
	["nothing", undefined, false],
])("offscreen documents are found in %s: %s", (_where, api, found) => {
	expect(offscreenApi(api) !== undefined).toBe(found);
});
