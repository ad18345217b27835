import type { Browser } from "../browser.ts";
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
	/** Match patterns that the change needs; none for a change that takes back. */
	readonly origins: readonly string[];
}

/**
 * Changes settings that need a permission, from a click: call it before anything is awaited, since only
 * a click may ask. The settings are written at once, because some browsers close the popup when they
 * ask, and taken back when the user refuses.
 * @returns whether the change stands.
 */
export async function changeSettings(
	{ permissions, store, send }: ChangeParts,
	{ before, changes, origins }: Change,
): Promise<boolean> {
	const answer =
		origins.length === 0
			? Promise.resolve(true)
			: permissions.request({ origins: [...origins] }).catch(() => false);
	const written = store.write(changes);
	const granted = await answer;
	await written;
	if (!granted) await store.write(valuesOf(before, changes));
	await send("background.settings-changed", {});
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
