import type { Comparison } from "./judged.ts";
import { type Family, measureFamily } from "./measure.ts";

/** Published groups of benchmark sets, by the beginning of their names. */
const FAMILIES: Readonly<Record<string, string>> = {
	Glimpse: "bench/glimpse-",
	"Fast-DetectGPT, davinci": "bench/fdgpt-",
	"ImBD polish": "bench/imbd-polish-",
	"ImBD rewrite": "bench/imbd-rewrite-",
};
export const GLIMPSE = "Glimpse";

/** Families of which at least one set was scored. */
export const familiesOf = (comparisons: readonly Comparison[]): Family[] =>
	Object.entries(FAMILIES).flatMap(([name, start]) => {
		const inside = comparisons.filter((one) => one.name.startsWith(start));
		return inside.length === 0 ? [] : [measureFamily(name, inside)];
	});
