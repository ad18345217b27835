import { rocCurve } from "../metrics/roc.ts";
import { CHANNELS, type Comparison, sidesOf } from "./judged.ts";
import type { Curve } from "./summary.ts";

/** Tests whose curves are drawn, by name or beginning of names; several sets have one threshold. */
const DRAWN: Readonly<Record<string, string>> = {
	"Glimpse, one threshold for all": "bench/glimpse-",
	"current model": "current model",
	"families never trained on": "families never trained on",
};
/** Points a curve: more is not seen. */
const MOST_POINTS = 120;
const DIGITS = 5;

const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** Keeps steps of equal size in the logarithm of the false positives, which is how curves are drawn. */
function thinned(
	points: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
	const bucketOf = ([falsePositive]: readonly [number, number]): number =>
		Math.round((Math.log10(Math.max(falsePositive, 1e-4)) + 4) * MOST_POINTS);
	const step = 4;
	const kept = new Map<number, readonly [number, number]>();
	for (const point of points)
		kept.set(Math.floor(bucketOf(point) / step), point);
	return [...kept.values()];
}

export const curvesOf = (comparisons: readonly Comparison[]): Curve[] =>
	Object.entries(DRAWN).flatMap(([name, start]) => {
		const inside = comparisons.filter((one) => one.name.startsWith(start));
		if (inside.length === 0) return [];
		const all = {
			human: inside.flatMap(({ human }) => human),
			machine: inside.flatMap(({ machine }) => machine),
		};
		return CHANNELS.map((channel) => ({
			name,
			channel,
			points: thinned(
				rocCurve(sidesOf(all, channel)).map(
					({ falsePositive, truePositive }) =>
						[rounded(falsePositive), rounded(truePositive)] as const,
				),
			),
		}));
	});
