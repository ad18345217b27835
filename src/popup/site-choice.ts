import type { Settings } from "../shared/settings.ts";
import type { Change } from "../shared/ui/change-settings.ts";
import { patternsOf } from "../shared/ui/hosts.ts";

/** Whether a site's pages are checked without a click. `allowed`: the browser lets us read that site. */
export function isChecked(
	settings: Settings,
	host: string,
	allowed: boolean,
): boolean {
	if (!allowed || settings.excludedSites.includes(host)) return false;
	switch (settings.mode) {
		case "all-sites":
			return true;
		case "chosen-sites":
			return settings.chosenSites.includes(host);
		case "on-click":
			return false;
	}
}

/** What a site's switch changes, and which match patterns it needs or frees. */
export type SiteChange = Pick<Change, "changes" | "needs" | "frees">;

const without = (hosts: readonly string[], host: string): string[] =>
	hosts.filter((other) => other !== host);
const withHost = (hosts: readonly string[], host: string): string[] => [
	...without(hosts, host),
	host,
];

/** In `all-sites` mode the switch excludes; in the others it chooses, and choosing ends `on-click` mode. */
export function siteChange(
	settings: Settings,
	host: string,
	on: boolean,
): SiteChange {
	const { mode, chosenSites, excludedSites } = settings;
	if (mode === "all-sites") {
		const hosts = on
			? without(excludedSites, host)
			: withHost(excludedSites, host);
		return {
			changes: { excludedSites: hosts },
			needs: on ? patternsOf(host) : [],
		};
	}
	if (!on) {
		return {
			changes: { chosenSites: without(chosenSites, host) },
			frees: patternsOf(host),
		};
	}
	return {
		changes: {
			mode: "chosen-sites",
			chosenSites: withHost(chosenSites, host),
			excludedSites: without(excludedSites, host),
		},
		needs: patternsOf(host),
	};
}
