import type { Browser } from "../browser.ts";
import { guard } from "../guard.ts";
import type { Send } from "../make-send.ts";
import type { SettingsStore } from "../make-settings-store.ts";
import type { Settings } from "../settings.ts";

export interface ChangeParts {
	readonly permissions: Pick<
		Browser["permissions"],
		"request" | "contains" | "remove"
	>;
	readonly store: SettingsStore;
	readonly send: Send;
}

export interface Change {
	readonly before: Settings;
	readonly changes: Partial<Settings>;
	/** Match patterns that the change needs. */
	readonly needs?: readonly string[];
	/** Match patterns that it makes needless: they are given back to the browser. */
	readonly frees?: readonly string[];
}

/**
 * Changes settings that need a permission, from a click: call it before anything is awaited, since only
 * a click may ask. The settings are written at once, because some browsers close the popup when they
 * ask, and taken back when the user refuses.
 * @returns whether the change stands.
 */
export async function changeSettings(
	{ permissions, store, send }: ChangeParts,
	{ before, changes, needs = [], frees = [] }: Change,
): Promise<boolean> {
	const answer =
		needs.length === 0
			? Promise.resolve(true)
			: permissions.request({ origins: [...needs] }).catch(() => false);
	const written = store.write(changes);
	const granted = await answer;
	await written;
	if (!granted) await store.write(valuesOf(before, changes));
	// Before anything is given back: pages that stop being checked are still within reach.
	await guard("settings change", () => send("background.settings-changed", {}));
	if (granted && frees.length > 0) {
		await permissions.remove({ origins: [...frees] }).catch(() => false);
	}
	return granted;
}

/** The earlier values of just those settings that the change touched. */
function valuesOf(
	before: Settings,
	changes: Partial<Settings>,
): Partial<Settings> {
	const touched = Object.keys(changes);
	return Object.fromEntries(
		Object.entries(before).filter(([key]) => touched.includes(key)),
	);
}
