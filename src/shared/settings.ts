import type { Sensitivity } from "../scoring/band.ts";

export {
	MARKED_P_VALUE,
	SENSITIVITIES,
	type Sensitivity,
} from "../scoring/band.ts";

/** Where passages are checked without a click. */
export const MODES = ["all-sites", "chosen-sites", "on-click"] as const;
export type Mode = (typeof MODES)[number];

export const DEFAULTS = {
	mode: "on-click" as Mode,
	sensitivity: "normal" as Sensitivity,
	/** Host names (without port) where automatic checking is on in `chosen-sites` mode. */
	chosenSites: [] as readonly string[],
	/** Host names where nothing is ever checked automatically, whatever the mode. */
	excludedSites: [] as readonly string[],
};
export type Settings = typeof DEFAULTS;
