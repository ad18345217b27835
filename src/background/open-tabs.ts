import type { Browser } from "webextension-polyfill";
import { guard } from "../shared/guard.ts";
import type { Matches } from "./wanted-matches.ts";

export type OpenTabsSeams = {
	readonly tabs: Pick<Browser["tabs"], "query">;
	readonly start: (tabId: number) => Promise<void>;
	readonly stop: (tabId: number) => Promise<void>;
};

/** Ids of the open tabs in which the content script would run. */
async function tabsIn(
	tabs: OpenTabsSeams["tabs"],
	{ matches, excludeMatches }: Matches,
): Promise<Set<number>> {
	const idsOf = async (patterns: readonly string[]): Promise<number[]> => {
		if (patterns.length === 0) return [];
		const found = await tabs.query({ url: [...patterns], discarded: false });
		return found.flatMap(({ id }) => id ?? []);
	};
	const [within, outside] = await Promise.all([
		idsOf(matches),
		idsOf(excludeMatches),
	]);
	return new Set(within.filter((id) => !outside.includes(id)));
}

/** Pages that are open already start and stop with a change of the settings, without a reload. */
export async function followInOpenTabs(
	{ tabs, start, stop }: OpenTabsSeams,
	{ before, after }: { readonly before: Matches; readonly after: Matches },
): Promise<void> {
	const [earlier, now] = await Promise.all([
		tabsIn(tabs, before),
		tabsIn(tabs, after),
	]);
	const begin = [...now]
		.filter((id) => !earlier.has(id))
		.map((id) => guard("check open tab", () => start(id)));
	const end = [...earlier]
		.filter((id) => !now.has(id))
		.map((id) => guard("stop open tab", () => stop(id)));
	await Promise.all([...begin, ...end]);
}
