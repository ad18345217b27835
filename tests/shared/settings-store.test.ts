import { describe, expect, it, vi } from "vitest";
import {
	makeSettingsStore,
	SETTINGS_KEY,
} from "../../src/shared/make-settings-store.ts";
import { DEFAULTS, type Settings } from "../../src/shared/settings.ts";
import { fakeStorage } from "./fake-storage.ts";

describe("settings store", () => {
	it.each([
		["nothing", undefined, DEFAULTS],
		["text", "all-sites", DEFAULTS],
		["null", null, DEFAULTS],
		[
			"an unknown mode",
			{ mode: "sometimes", sensitivity: "low" },
			{ ...DEFAULTS, sensitivity: "low" },
		],
		[
			"a damaged list",
			{ mode: "all-sites", chosenSites: ["a.org", 3] },
			{ ...DEFAULTS, mode: "all-sites" },
		],
		[
			"a key of another version",
			{ mode: "all-sites", colour: "red" },
			{ ...DEFAULTS, mode: "all-sites" },
		],
	])("reads %s as far as it is valid", async (_what, stored, expected) => {
		const { local, onChanged, values } = fakeStorage();
		if (stored !== undefined) values.set(SETTINGS_KEY, stored);
		expect(await makeSettingsStore({ local, onChanged }).read()).toEqual(
			expected,
		);
	});

	it("keeps the defaults when storage cannot be read", async () => {
		const { local, onChanged, disk } = fakeStorage();
		disk.broken = true;
		vi.spyOn(console, "error").mockReturnValue();
		expect(await makeSettingsStore({ local, onChanged }).read()).toEqual(
			DEFAULTS,
		);
	});

	it("surfaces a full disk and keeps what was stored", async () => {
		const { local, onChanged, disk } = fakeStorage();
		const store = makeSettingsStore({ local, onChanged });
		await store.write({ mode: "all-sites" });
		disk.broken = true;
		await expect(store.write({ mode: "on-click" })).rejects.toMatchObject({
			failure: "unknown",
		});
		disk.broken = false;
		expect((await store.read()).mode).toBe("all-sites");
		expect((await store.write({ sensitivity: "low" })).sensitivity).toBe("low");
	});

	it("loses none of two changes made at once", async () => {
		const { local, onChanged } = fakeStorage();
		const store = makeSettingsStore({ local, onChanged });
		await Promise.all([
			store.write({ mode: "all-sites" }),
			store.write({ sensitivity: "high" }),
		]);
		expect(await store.read()).toEqual({
			...DEFAULTS,
			mode: "all-sites",
			sensitivity: "high",
		});
	});

	it("tells of changes until the signal aborts", async () => {
		const { local, onChanged } = fakeStorage();
		const store = makeSettingsStore({ local, onChanged });
		const heard: Settings[] = [];
		const open = new AbortController();
		store.watch((settings) => heard.push(settings), open.signal);
		await store.write({ mode: "all-sites" });
		onChanged.fire({ other: { newValue: 1 } }, "local");
		onChanged.fire(
			{ [SETTINGS_KEY]: { newValue: { mode: "on-click" } } },
			"sync",
		);
		open.abort();
		await store.write({ mode: "on-click" });
		expect(heard.map(({ mode }) => mode)).toEqual(["all-sites"]);
	});
});
