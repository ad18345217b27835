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

async function run(command: string, answers: Parameters<typeof fakeSend>[0]) {
	const { send } = fakeSend(answers);
	const start = vi.fn(async () => undefined);
	const stop = vi.fn(async () => undefined);
	const go = vi.fn(async () => undefined);
	await runCommand({ send, start, stop, go }, command, 5);
	return {
		started: start.mock.calls,
		stopped: stop.mock.calls,
		gone: go.mock.calls,
	};
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
	["next-mark", "next"],
	["previous-mark", "previous"],
] as const)("%s goes %s", async (command, to) => {
	const { gone } = await run(command, {});
	expect(gone).toEqual([[5, to]]);
});

it("ignores a command it does not know", async () => {
	expect(await run("dance", {})).toEqual({
		started: [],
		stopped: [],
		gone: [],
	});
});
