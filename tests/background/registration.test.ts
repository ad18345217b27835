import { expect, it, vi } from "vitest";
import type { Scripting } from "webextension-polyfill";
import { createRegistration } from "../../src/background/registration.ts";
import { DEFAULTS, type Settings } from "../../src/shared/settings.ts";

function openRegistration() {
	const state = {
		settings: DEFAULTS as Settings,
		granted: ["http://a.org/*", "https://a.org/*"],
	};
	const scripts = new Map<string, Scripting.RegisteredContentScript>();
	const scripting = {
		getRegisteredContentScripts: async () => [...scripts.values()],
		registerContentScripts: vi.fn(
			async (added: Scripting.RegisteredContentScript[]) => {
				for (const script of added) {
					if (scripts.has(script.id))
						throw new Error(`Duplicate script ID '${script.id}'`);
					scripts.set(script.id, script);
				}
			},
		),
		unregisterContentScripts: async ({
			ids = [],
		}: Scripting.ContentScriptFilter = {}) => {
			for (const id of ids)
				if (!scripts.delete(id))
					throw new Error(`Nonexistent script ID '${id}'`);
		},
	};
	const onChange = vi.fn(async () => undefined);
	const register = createRegistration({
		scripting,
		permissions: {
			contains: async ({ origins = [] }) =>
				origins.every((origin) => state.granted.includes(origin)),
			getAll: async () => ({ origins: state.granted }),
		},
		store: { read: async () => state.settings },
		onChange,
	});
	const matches = (): string[] =>
		[...scripts.values()].flatMap((script) => script.matches ?? []);
	return { state, scripting, register, onChange, matches, scripts };
}

it("follows the settings on, over and off", async () => {
	const { state, register, matches, scripts } = openRegistration();
	await register();
	expect(matches()).toEqual([]);
	state.settings = {
		...DEFAULTS,
		mode: "chosen-sites",
		chosenSites: ["a.org"],
	};
	await register();
	expect(matches()).toEqual(["http://a.org/*", "https://a.org/*"]);
	expect([...scripts.values()]).toMatchObject([
		{
			js: ["content/starter.js"],
			css: ["content/highlights.css"],
			allFrames: true,
			matchOriginAsFallback: true,
		},
	]);
	state.settings = { ...state.settings, excludedSites: ["a.org"] };
	await register();
	expect([...scripts.values()][0]?.excludeMatches).toEqual([
		"http://a.org/*",
		"https://a.org/*",
	]);
	state.settings = DEFAULTS;
	await register();
	expect(matches()).toEqual([]);
});

it("ends when the permission is taken away", async () => {
	const { state, register, matches } = openRegistration();
	state.settings = {
		...DEFAULTS,
		mode: "chosen-sites",
		chosenSites: ["a.org"],
	};
	await register();
	state.granted = [];
	await register();
	expect(matches()).toEqual([]);
});

it("leaves a registration that fits alone and tells only of changes", async () => {
	const { state, register, onChange, scripting } = openRegistration();
	state.settings = {
		...DEFAULTS,
		mode: "chosen-sites",
		chosenSites: ["a.org"],
	};
	await register();
	await register();
	expect(scripting.registerContentScripts).toHaveBeenCalledOnce();
	expect(onChange).toHaveBeenCalledOnce();
	expect(onChange).toHaveBeenCalledWith(
		{ matches: [], excludeMatches: [] },
		{ matches: ["http://a.org/*", "https://a.org/*"], excludeMatches: [] },
	);
});

it("takes the place of a registration from another version", async () => {
	const { state, scripting, register, scripts } = openRegistration();
	const matches = ["http://a.org/*", "https://a.org/*"];
	await scripting.registerContentScripts([
		{ id: "automatic", matches, js: ["content/index.js"] },
	]);
	state.settings = {
		...DEFAULTS,
		mode: "chosen-sites",
		chosenSites: ["a.org"],
	};
	await register();
	expect([...scripts.values()].map(({ js }) => js)).toEqual([
		["content/starter.js"],
	]);
});

it("survives events that come at once, with the last state", async () => {
	const { state, register, matches } = openRegistration();
	state.settings = {
		...DEFAULTS,
		mode: "chosen-sites",
		chosenSites: ["a.org"],
	};
	const calls = [register(), register(), register()];
	state.settings = DEFAULTS;
	calls.push(register());
	await Promise.all(calls);
	expect(matches()).toEqual([]);
});
