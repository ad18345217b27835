import type { Browser } from "../browser.ts";

/** Calls back after every permission that is given or withdrawn, here or in the browser's own settings. */
export function watchPermissions(
	permissions: Pick<Browser["permissions"], "onAdded" | "onRemoved">,
	onChange: () => void,
	signal: AbortSignal,
): void {
	const listener = () => onChange();
	permissions.onAdded.addListener(listener);
	permissions.onRemoved.addListener(listener);
	signal.addEventListener(
		"abort",
		() => {
			permissions.onAdded.removeListener(listener);
			permissions.onRemoved.removeListener(listener);
		},
		{ once: true },
	);
}
