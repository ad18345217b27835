/** Where passages are checked without a click. */
export const MODES = ["all-sites", "chosen-sites", "on-click"] as const;
export type Mode = (typeof MODES)[number];

/** Promised false alarms among human passages: 1 in 100, 200 or 1000. */
export const SENSITIVITIES = ["high", "normal", "low"] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** A human passage is marked when its p-value is at or below this. */
export const MARKED_P_VALUE: Readonly<Record<Sensitivity, number>> = {
	high: 0.01,
	normal: 0.005,
	low: 0.001,
};

export const DEFAULTS = {
	mode: "on-click" as Mode,
	sensitivity: "normal" as Sensitivity,
	/** Host names (without port) where automatic checking is on in `chosen-sites` mode. */
	chosenSites: [] as readonly string[],
	/** Host names where nothing is ever checked automatically, whatever the mode. */
	excludedSites: [] as readonly string[],
};
export type Settings = typeof DEFAULTS;
