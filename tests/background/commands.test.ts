import { expect, it, vi } from "vitest";
import { runCommand } from "../../src/background/commands.ts";
import type { PageStatus } from "../../src/shared/messages.ts";
import { fakeSend } from "./fake-send.ts";

const status = (state: PageStatus["state"], marked = 0): PageStatus => ({
	state,
	passages: 9,
	judged: 9,
	marked,
});

async function run(
	command: string,
	answers: Parameters<typeof fakeSend>[0],
	frames: ReadonlyMap<number, PageStatus> = new Map(),
) {
	const { send, sent } = fakeSend(answers);
	const start = vi.fn(async () => undefined);
	const stop = vi.fn(async () => undefined);
	const framesOf = async () => frames;
	await runCommand({ send, start, stop, framesOf }, command, 5);
	return { started: start.mock.calls, stopped: stop.mock.calls, sent };
}

it.each([
	["a page that is not checked", undefined, true],
	["a page that was stopped", status("off"), true],
	["a page that failed", status("failed"), true],
	["a page being checked", status("checking"), false],
	["a checked page", status("done"), false],
])("the key for checking turns %s on: %s", async (_what, now, on) => {
	const answers = now === undefined ? {} : { "page.status": now };
	const { started, stopped } = await run("check-page", answers);
	expect(started).toEqual(on ? [[5]] : []);
	expect(stopped).toEqual(on ? [] : [[5]]);
});

it.each([
	[
		"next-mark",
		"next",
		new Map([
			[4, status("done", 1)],
			[2, status("done", 1)],
			[0, status("done")],
		]),
		2,
	],
	[
		"previous-mark",
		"previous",
		new Map([
			[4, status("done", 1)],
			[0, status("done", 3)],
		]),
		0,
	],
	["next-mark", "next", new Map<number, PageStatus>(), 0],
] as const)(
	"%s goes %s in the first frame with marks",
	async (command, to, frames, frameId) => {
		const { sent } = await run(
			command,
			{ "page.go": { index: 0, of: 1 } },
			frames,
		);
		expect(sent).toEqual([["page.go", { to }, { tabId: 5, frameId }]]);
	},
);

it("ignores a command it does not know", async () => {
	expect(await run("dance", {})).toEqual({
		started: [],
		stopped: [],
		sent: [],
	});
});
