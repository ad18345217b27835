import type { Settings } from "../shared/settings.ts";

/** Where the content script runs without a click, as match patterns. */
export type Matches = {
	readonly matches: readonly string[];
	readonly excludeMatches: readonly string[];
};

/** What the browser lets the extension read. */
export type Granted = {
	readonly covers: (pattern: string) => Promise<boolean>;
	/** Every pattern that is granted. */
	readonly patterns: () => Promise<readonly string[]>;
};

export const NOWHERE: Matches = { matches: [], excludeMatches: [] };

/** One pattern a scheme, since a user may grant a site for one of them only. */
const SCHEMES = ["http", "https"];
/** Names and IPv4 addresses; anything else would make the browser refuse the whole registration. */
const HOST = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/;
const WEB = /^(\*|https?):\/\//;

const ALL_SITES: readonly string[] = SCHEMES.map((scheme) => `${scheme}://*/*`);

const patternsOf = (hosts: readonly string[]): string[] =>
	[...new Set(hosts)]
		.filter((host) => HOST.test(host))
		.flatMap((host) => SCHEMES.map((scheme) => `${scheme}://${host}/*`));

async function covered(
	patterns: readonly string[],
	granted: Granted,
): Promise<string[]> {
	const answers = await Promise.all(patterns.map(granted.covers));
	return patterns.filter((_pattern, index) => answers[index]);
}

async function included(
	{ mode, chosenSites }: Settings,
	granted: Granted,
): Promise<readonly string[]> {
	switch (mode) {
		case "all-sites": {
			const everywhere = await covered(ALL_SITES, granted);
			if (everywhere.length > 0) return everywhere;
			// The user has narrowed "all sites" down in the browser's own settings.
			return (await granted.patterns()).filter((pattern) => WEB.test(pattern));
		}
		case "chosen-sites":
			return covered(patternsOf(chosenSites), granted);
		case "on-click":
			return [];
	}
}

/** Where the settings want pages to be checked, as far as permissions reach. */
export async function wantedMatches(
	settings: Settings,
	granted: Granted,
): Promise<Matches> {
	const matches = await included(settings, granted);
	if (matches.length === 0) return NOWHERE;
	return { matches, excludeMatches: patternsOf(settings.excludedSites) };
}
