import { expect, it } from "vitest";
import {
	type Granted,
	wantedMatches,
} from "../../src/background/wanted-matches.ts";
import { DEFAULTS, type Settings } from "../../src/shared/settings.ts";

/** Grants as browsers keep them: a pattern for all sites covers every other. */
const grants = (...patterns: string[]): Granted => ({
	covers: async (pattern) =>
		patterns.includes("*://*/*") ||
		patterns.includes(pattern) ||
		patterns.includes(pattern.replace(/^https?/, "*")),
	patterns: async () => patterns,
});
const both = (host: string): string[] => [
	`http://${host}/*`,
	`https://${host}/*`,
];

it.each<[string, Partial<Settings>, Granted, string[], string[]]>([
	["on click, nowhere", {}, grants("*://*/*"), [], []],
	["all sites", { mode: "all-sites" }, grants("*://*/*"), both("*"), []],
	[
		"all sites but the excluded",
		{ mode: "all-sites", excludedSites: ["bank.example"] },
		grants("*://*/*"),
		both("*"),
		both("bank.example"),
	],
	[
		"all sites without a permission",
		{ mode: "all-sites", excludedSites: ["a.org"] },
		grants(),
		[],
		[],
	],
	[
		"all sites, narrowed down in the browser",
		{ mode: "all-sites" },
		grants("https://a.org/*", "file:///*"),
		["https://a.org/*"],
		[],
	],
	[
		"chosen sites, each once",
		{ mode: "chosen-sites", chosenSites: ["a.org", "b.org", "a.org"] },
		grants("*://*/*"),
		[...both("a.org"), ...both("b.org")],
		[],
	],
	[
		"chosen sites as far as they are granted",
		{ mode: "chosen-sites", chosenSites: ["a.org", "b.org"] },
		grants("https://a.org/*"),
		["https://a.org/*"],
		[],
	],
	[
		"no site from settings that are no host names",
		{ mode: "chosen-sites", chosenSites: ["*", "a.org/x", "", "a b", "[::1]"] },
		grants("*://*/*"),
		[],
		[],
	],
])("%s", async (_what, settings, granted, matches, excludeMatches) => {
	expect(await wantedMatches({ ...DEFAULTS, ...settings }, granted)).toEqual({
		matches,
		excludeMatches,
	});
});
