import type { Settings } from "../shared/settings.ts";

/** Where the content script runs without a click, as match patterns. */
export type Matches = {
	readonly matches: readonly string[];
	readonly excludeMatches: readonly string[];
};

export const NOWHERE: Matches = { matches: [], excludeMatches: [] };
const ALL_SITES = "*://*/*";

/** Names and IPv4 addresses; anything else would make the browser refuse the whole registration. */
const HOST = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/;
const patternsOf = (hosts: readonly string[]): string[] =>
	[...new Set(hosts)]
		.filter((host) => HOST.test(host))
		.map((host) => `*://${host}/*`);

/**
 * Where the settings want pages to be checked, as far as permissions reach.
 * `isGranted` says whether the browser lets the extension read a match pattern.
 */
export async function wantedMatches(
	settings: Settings,
	isGranted: (pattern: string) => Promise<boolean>,
): Promise<Matches> {
	const wanted = wantedPatterns(settings);
	const granted = await Promise.all(wanted.map(isGranted));
	const matches = wanted.filter((_pattern, index) => granted[index]);
	if (matches.length === 0) return NOWHERE;
	return { matches, excludeMatches: patternsOf(settings.excludedSites) };
}

function wantedPatterns({ mode, chosenSites }: Settings): string[] {
	switch (mode) {
		case "all-sites":
			return [ALL_SITES];
		case "chosen-sites":
			return patternsOf(chosenSites);
		case "on-click":
			return [];
	}
}
