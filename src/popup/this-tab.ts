import type { Browser } from "../shared/browser.ts";
import { type PageKind, pageKind } from "./page-kind.ts";

/** The tab that the popup speaks of. */
export type ThisTab = {
	readonly tabId: number;
	readonly page: PageKind;
	/** Where the browser tells it. */
	readonly address: string | undefined;
};

/**
 * The tab under the popup; where the popup is itself opened as a tab, the one used before it.
 * `undefined` when there is none.
 */
export async function thisTab(
	tabs: Pick<Browser["tabs"], "query" | "getCurrent">,
): Promise<ThisTab | undefined> {
	const own = await tabs.getCurrent();
	const found =
		own === undefined
			? await tabs.query({ active: true, currentWindow: true })
			: await tabs.query({ currentWindow: true });
	const tab = found
		.filter(({ id }) => id !== undefined && id !== own?.id)
		.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
	return tab?.id === undefined
		? undefined
		: { tabId: tab.id, page: pageKind(tab.url), address: tab.url };
}
