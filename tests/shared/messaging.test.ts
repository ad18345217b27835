import { afterEach, describe, expect, it, vi } from "vitest";
import { RemoteFailure } from "../../src/shared/failure.ts";
import { makeSend } from "../../src/shared/make-send.ts";
import { type Handlers, makeServe } from "../../src/shared/make-serve.ts";
import type { MessageName } from "../../src/shared/messages.ts";
import { contentScript, fakeBus, own } from "./fake-bus.ts";
import { tooShort } from "./verdicts.ts";

const backgroundWith = (
	judge: Handlers<"background">["background.judge"],
): Handlers<"background"> => ({
	"background.judge": judge,
	"background.engine-status": () => ({ state: "idle" }),
	"background.warm-up": () => ({ state: "idle" }),
	"background.page-status": () => ({}),
	"background.start-here": () => ({}),
	"background.check-tab": () => ({}),
	"background.frames": () => ({ frames: [] }),
	"background.go": () => ({ index: 0, of: 0 }),
	"background.settings-changed": () => ({}),
});
const verdicts = [tooShort(1)];

afterEach(() => vi.useRealTimers());

describe("send and serve", () => {
	it("carry an ask there and its answer back", async () => {
		const { browser } = fakeBus();
		const asked: unknown[] = [];
		makeServe(browser)(
			"background",
			backgroundWith((ask) => {
				asked.push(ask);
				return { verdicts };
			}),
		);
		const answer = await makeSend(browser)("background.judge", {
			texts: ["one"],
		});
		expect(answer).toEqual({ verdicts });
		expect(asked).toEqual([{ texts: ["one"] }]);
	});

	it.each([
		["no list", {}],
		["a number among the texts", { texts: ["a", 1] }],
		["65 texts", { texts: Array.from({ length: 65 }, () => "a") }],
		["over a million units", { texts: ["a".repeat(1_000_001)] }],
		["null", null],
	])("refuse a malformed ask: %s", async (_what, ask) => {
		const { onMessage, browser } = fakeBus();
		const judge = vi.fn(() => ({ verdicts }));
		makeServe(browser)("background", backgroundWith(judge));
		const [reply] = onMessage.fire(
			{ name: "background.judge", ask },
			own,
			() => undefined,
		);
		expect(await reply).toMatchObject({ ok: false, failure: "bad-request" });
		expect(judge).not.toHaveBeenCalled();
	});

	it("take as much as the limits allow", async () => {
		const { browser } = fakeBus();
		makeServe(browser)(
			"background",
			backgroundWith(() => ({ verdicts })),
		);
		const texts = Array.from({ length: 64 }, () => "a".repeat(15_625));
		expect(await makeSend(browser)("background.judge", { texts })).toEqual({
			verdicts,
		});
	});

	it.each(["out-of-memory", "model-missing", "engine-stopped"] as const)(
		"carry the failure %s to the sender",
		async (failure) => {
			const { browser } = fakeBus();
			const handlers = backgroundWith(() => {
				throw new RemoteFailure(failure, "because");
			});
			makeServe(browser)("background", handlers);
			const asked = makeSend(browser)("background.judge", { texts: ["a"] });
			await expect(asked).rejects.toBeInstanceOf(RemoteFailure);
			await expect(asked).rejects.toMatchObject({
				failure,
				message: "because",
			});
		},
	);

	it("refuse a malformed answer", async () => {
		const { browser } = fakeBus();
		const nonsense = { ...tooShort(1), words: Number.NaN };
		makeServe(browser)(
			"background",
			backgroundWith(() => ({ verdicts: [nonsense] })),
		);
		await expect(
			makeSend(browser)("background.judge", { texts: ["a"] }),
		).rejects.toMatchObject({ failure: "bad-request" });
	});

	it("give up on a receiver that never answers", async () => {
		vi.useFakeTimers();
		const { browser } = fakeBus();
		const handlers = backgroundWith(() => new Promise(() => undefined));
		makeServe(browser)("background", handlers);
		const asked = makeSend(browser)("background.judge", { texts: ["a"] });
		const refused = expect(asked).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		await vi.advanceTimersByTimeAsync(10 * 60_000);
		await refused;
	});

	it.each([
		["engine.status", "engine-stopped"],
		["page.status", "no-permission"],
	] as const)("say that nobody serves %s", async (name, failure) => {
		const { browser } = fakeBus();
		await expect(makeSend(browser)(name, {})).rejects.toMatchObject({
			failure,
		});
	});

	it("do not mind that no interface page hears a broadcast", async () => {
		const { browser } = fakeBus();
		expect(
			await makeSend(browser)("pages.engine-status", { state: "idle" }),
		).toEqual({});
	});

	it("stop serving when the signal aborts", async () => {
		const { browser } = fakeBus();
		const open = new AbortController();
		const handlers = backgroundWith(() => ({ verdicts }));
		makeServe(browser)("background", handlers, open.signal);
		open.abort();
		await expect(
			makeSend(browser)("background.judge", { texts: ["a"] }),
		).rejects.toMatchObject({ failure: "engine-stopped" });
	});
});

describe("who may ask", () => {
	const replyTo = async (
		name: MessageName,
		sender: typeof own,
	): Promise<unknown> => {
		const { browser, onMessage } = fakeBus();
		makeServe(browser)(
			"background",
			backgroundWith(() => ({ verdicts })),
		);
		const asks: Partial<Record<MessageName, unknown>> = {
			"background.judge": { texts: ["a"] },
			"background.check-tab": { tabId: 1, on: true },
			"background.page-status": {
				state: "done",
				passages: 1,
				judged: 1,
				marked: 0,
			},
		};
		const message = { name, ask: asks[name] ?? {} };
		return onMessage.fire(message, sender, () => undefined)[0];
	};

	it.each([
		["background.judge", true],
		["background.engine-status", true],
		["background.page-status", true],
		["background.warm-up", false],
		["background.check-tab", false],
		["background.settings-changed", false],
	] as const)("a content script may send %s: %s", async (name, ok) => {
		expect(await replyTo(name, contentScript)).toMatchObject({ ok });
	});

	it("our own pages may send everything", async () => {
		expect(await replyTo("background.check-tab", own)).toMatchObject({
			ok: true,
		});
	});

	it.each([
		["another extension", { id: "other", url: own.url ?? "" }],
		["a web page", { url: "https://example.org/" }],
		[
			"an address that only begins alike",
			{ url: "chrome-extension://telltale.example/" },
		],
	])("%s may send nothing", async (_who, sender) => {
		expect(await replyTo("background.judge", sender)).toMatchObject({
			ok: false,
			failure: "bad-request",
		});
	});
});
