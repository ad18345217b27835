import { make } from "../shared/ui/dom.ts";

export interface Checking {
	/** A document is there: it is marked as web pages are, by the same script, which then follows the page by itself. */
	readonly begin: () => void;
	/** Starts afresh, also after a stop: the script takes over from its run before. */
	readonly again: () => void;
}

/** Runs the content script in our own page, where the browser lets nobody inject it. */
export function createChecking(page: Document, script: string): Checking {
	let begun = false;
	const again = (): void => {
		begun = true;
		page.head.append(make("script", { src: script }));
	};
	return {
		begin: () => {
			if (!begun) again();
		},
		again,
	};
}
