import type { Settings } from "../shared/settings.ts";

export type ListKey = "chosenSites" | "excludedSites";

const OTHER: Readonly<Record<ListKey, ListKey>> = {
	chosenSites: "excludedSites",
	excludedSites: "chosenSites",
};

/** Puts a host into a list or takes it out; a host is never in both, since one of them would not count. */
export function listChange(
	settings: Settings,
	key: ListKey,
	{ host, listed }: { readonly host: string; readonly listed: boolean },
): Partial<Settings> {
	const without = (from: ListKey) =>
		settings[from].filter((other) => other !== host);
	if (!listed) return { [key]: without(key) };
	return { [key]: [...without(key), host], [OTHER[key]]: without(OTHER[key]) };
}
