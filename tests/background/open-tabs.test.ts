import { expect, it, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import { followInOpenTabs } from "../../src/background/open-tabs.ts";
import { NOWHERE } from "../../src/background/wanted-matches.ts";

const OPEN: Readonly<Record<string, number[]>> = {
	all: [1, 2, 3],
	a: [1],
	b: [2],
};

function seams() {
	const tab = (id: number) => ({ id }) as Tabs.Tab;
	const query = async ({ url = [] }: Tabs.QueryQueryInfoType) =>
		[...new Set([url].flat().flatMap((pattern) => OPEN[pattern] ?? []))].map(
			tab,
		);
	const start = vi.fn(async (_tabId: number) => undefined);
	const stop = vi.fn(async (_tabId: number) => undefined);
	const calls = (call: typeof start): number[] =>
		call.mock.calls.map(([tabId]) => tabId);
	return {
		tabs: { query },
		start,
		stop,
		started: () => calls(start),
		stopped: () => calls(stop),
	};
}

const some = (matches: string[], excludeMatches: string[] = []) => ({
	matches,
	excludeMatches,
});

it.each([
	["switched on", NOWHERE, some(["all"]), [1, 2, 3], []],
	["switched off", some(["a"]), NOWHERE, [], [1]],
	["another site", some(["a"]), some(["b"]), [2], [1]],
	["a site excluded", some(["all"]), some(["all"], ["b"]), [], [2]],
	["a site no longer excluded", some(["all"], ["b"]), some(["all"]), [2], []],
])("open pages follow: %s", async (_what, before, after, started, stopped) => {
	const parts = seams();
	await followInOpenTabs(parts, { before, after });
	expect(parts.started()).toEqual(started);
	expect(parts.stopped()).toEqual(stopped);
});

it("a page that refuses does not keep the others from starting", async () => {
	vi.spyOn(console, "error").mockReturnValue();
	const parts = seams();
	parts.start.mockRejectedValueOnce(new Error("no"));
	await followInOpenTabs(parts, { before: NOWHERE, after: some(["all"]) });
	expect(parts.started()).toEqual([1, 2, 3]);
});
