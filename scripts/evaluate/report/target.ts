/** One promised figure beside what was measured. */
export interface Target {
	readonly test: string;
	readonly measure: string;
	/** Undefined where the texts were not scored. */
	readonly value: number | undefined;
	readonly reach: number;
	readonly aim: number;
	readonly better: "higher" | "lower";
	/** How it is shown. */
	readonly unit: "score" | "%" | "points";
	readonly note: string;
}

/** What a figure attains; undefined where it was not measured. */
export function attained({
	value,
	reach,
	aim,
	better,
}: Target): "aim" | "reach" | "missed" | undefined {
	if (value === undefined || Number.isNaN(value)) return undefined;
	const sign = better === "higher" ? 1 : -1;
	if (sign * value >= sign * aim) return "aim";
	return sign * value >= sign * reach ? "reach" : "missed";
}
