/** The part of an address that says which page it is; the fragment only says where in it. */
const pageOf = (url: string): string => url.split("#", 1)[0] ?? "";

export interface Address {
	/** Compares now: for the moments at which the page changed anyway. */
	readonly check: () => void;
}

/**
 * Calls `changed` when the page goes to another address without loading, as app-like sites do. Browsers without
 * the Navigation API are covered by `check`: such a change never comes without changes to the page.
 */
export function watchAddress(
	{
		url,
		navigation,
	}: { url: () => string; navigation: EventTarget | undefined },
	changed: () => void,
	signal: AbortSignal,
): Address {
	let last = pageOf(url());
	const check = (): void => {
		const current = pageOf(url());
		if (current === last) return;
		last = current;
		changed();
	};
	navigation?.addEventListener("navigatesuccess", check, { signal });
	return { check };
}
