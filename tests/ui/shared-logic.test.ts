import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { listChange } from "../../src/options/list-change.ts";
import type { SettingsStore } from "../../src/shared/make-settings-store.ts";
import { DEFAULTS, type Settings } from "../../src/shared/settings.ts";
import {
	type ChangeParts,
	changeSettings,
} from "../../src/shared/ui/change-settings.ts";
import { hostFrom } from "../../src/shared/ui/hosts.ts";
import { latest } from "../../src/shared/ui/latest.ts";

test.each([
	["example.com", "example.com"],
	["  HTTPS://Example.com:8080/a?b ", "example.com"],
	["http://127.0.0.1/", "127.0.0.1"],
	["localhost", "localhost"],
	["bücher.example", "xn--bcher-kva.example"],
	["", undefined],
	["two words", undefined],
	["*.example.com", undefined],
	["ftp://example.com/", undefined],
	["javascript:alert(1)", undefined],
	["http://[::1]/", undefined],
	["-a.example", undefined],
	[`${"a".repeat(64)}.example`, undefined],
])("“%s” means the host %s", (typed, host) => {
	expect(hostFrom(typed)).toBe(host);
});

test("a site is never in both lists", () => {
	const settings: Settings = {
		...DEFAULTS,
		chosenSites: ["a.example"],
		excludedSites: ["b.example"],
	};
	expect(
		listChange(settings, "chosenSites", { host: "b.example", listed: true }),
	).toEqual({ chosenSites: ["a.example", "b.example"], excludedSites: [] });
	expect(
		listChange(settings, "excludedSites", { host: "b.example", listed: false }),
	).toEqual({ excludedSites: [] });
});

describe("the newest input", () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	/** Work whose answers the test releases one by one. */
	function held(signal: AbortSignal) {
		const started: string[] = [];
		const finished: string[] = [];
		const releases: (() => void)[] = [];
		const give = latest(
			async (text: string, wanted) => {
				started.push(text);
				await new Promise<void>((resolve) => releases.push(resolve));
				if (!wanted.aborted) finished.push(text);
			},
			400,
			signal,
		);
		return { started, finished, releases, give };
	}

	test("runs once it has rested, and never beside an older run", async () => {
		const { started, finished, releases, give } = held(
			new AbortController().signal,
		);
		give("a");
		await vi.advanceTimersByTimeAsync(399);
		give("ab");
		await vi.advanceTimersByTimeAsync(400);
		expect(started).toEqual(["ab"]);
		for (const text of ["abc", "abcd"]) {
			give(text);
			await vi.advanceTimersByTimeAsync(400);
		}
		expect(started).toEqual(["ab"]);
		releases[0]?.();
		await vi.advanceTimersByTimeAsync(0);
		expect(started).toEqual(["ab", "abcd"]);
		releases[1]?.();
		await vi.advanceTimersByTimeAsync(0);
		expect(finished).toEqual(["abcd"]);
	});

	test("is not run after the end", async () => {
		const end = new AbortController();
		const { started, give } = held(end.signal);
		give("a");
		end.abort();
		give("b");
		await vi.advanceTimersByTimeAsync(1000);
		expect(started).toEqual([]);
	});
});

describe("settings that need a permission", () => {
	// That nobody hears of the change is reported, and stops nothing.
	beforeEach(() => {
		vi.spyOn(console, "error").mockReturnValue();
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});

	function parts(grants: boolean) {
		let settings: Settings = DEFAULTS;
		const log: string[] = [];
		const store: SettingsStore = {
			read: async () => settings,
			write: async (changes) => {
				log.push(`write ${JSON.stringify(changes)}`);
				settings = { ...settings, ...changes };
				return settings;
			},
			watch: () => {},
		};
		const permissions = {
			contains: async () => grants,
			request: async () => {
				log.push("request");
				return grants;
			},
			remove: async () => {
				log.push("remove");
				return true;
			},
		};
		const send: ChangeParts["send"] = async (name) => {
			log.push(name);
			throw new Error("nobody there");
		};
		return { parts: { store, permissions, send }, log, now: () => settings };
	}
	const needs = ["*://*/*"];

	test("ask before anything is awaited, and stand once granted", async () => {
		const { parts: given, log, now } = parts(true);
		const change = {
			before: DEFAULTS,
			changes: { mode: "all-sites" as const },
		};
		const stands = changeSettings(given, { ...change, needs });
		expect(log[0]).toBe("request");
		expect(await stands).toBe(true);
		expect(now().mode).toBe("all-sites");
		expect(log.at(-1)).toBe("background.settings-changed");
	});

	test("are taken back when the user refuses, those alone that changed", async () => {
		const { parts: given, log, now } = parts(false);
		const change = {
			before: DEFAULTS,
			changes: { mode: "all-sites" as const },
		};
		expect(await changeSettings(given, { ...change, needs })).toBe(false);
		expect(now()).toEqual(DEFAULTS);
		expect(log).toContain('write {"mode":"on-click"}');
	});

	test("give back what they free only after pages were told", async () => {
		const { parts: given, log } = parts(true);
		await changeSettings(given, {
			before: DEFAULTS,
			changes: { chosenSites: [] },
			frees: needs,
		});
		expect(log).toEqual([
			'write {"chosenSites":[]}',
			"background.settings-changed",
			"remove",
		]);
	});
});
