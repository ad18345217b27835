import { type Check, isString, listOf, oneOf } from "./checks.ts";
import { DEFAULTS, MODES, SENSITIVITIES, type Settings } from "./settings.ts";

const CHECKS: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
	mode: oneOf(MODES),
	sensitivity: oneOf(SENSITIVITIES),
	chosenSites: listOf(isString),
	excludedSites: listOf(isString),
};

/**
 * Settings from whatever was stored: each value that is missing, unknown (an older or newer version
 * wrote it) or damaged falls back to its default, and the others are kept.
 */
export function settingsFrom(stored: unknown): Settings {
	const values =
		typeof stored === "object" && stored !== null ? { ...stored } : {};
	const read = <K extends keyof Settings>(key: K): Settings[K] => {
		const value: unknown = Reflect.get(values, key);
		const check: Check<Settings[K]> = CHECKS[key];
		return check(value) ? value : DEFAULTS[key];
	};
	return {
		mode: read("mode"),
		sensitivity: read("sensitivity"),
		chosenSites: read("chosenSites"),
		excludedSites: read("excludedSites"),
	};
}
