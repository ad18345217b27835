import type { Contribution } from "./fusion.ts";
import type { Heads } from "./heads/types.ts";
import type { LexicalExamples } from "./lexical-examples.ts";
import type { Reason } from "./verdict.ts";

/** The parts of a score as reasons for and against, strongest first; parts that weigh nothing are left out. */
export function reasonsOf(
	contributions: readonly Contribution[],
	reference: Heads["reference"],
	examples: LexicalExamples,
): Reason[] {
	return contributions
		.filter(({ weight }) => weight !== 0)
		.map(({ part, weight }): Reason => {
			const direction = weight > 0 ? "machine" : "human";
			return {
				part,
				direction,
				weight,
				percentile: shareBelow(weight, reference[part]),
				examples: part === "lexical" ? examples[direction] : [],
			};
		})
		.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}

/** Share (0 to 1) of a distribution, given by evenly spaced quantiles, that lies below a value; .5 without one. */
export function shareBelow(
	value: number,
	quantiles: readonly number[],
): number {
	if (quantiles.length === 0) return 0.5;
	const steps = Math.max(quantiles.length - 1, 1);
	const above = quantiles.findIndex((quantile) => quantile >= value);
	if (above === -1) return 1;
	if (above === 0) return 0;
	const from = quantiles[above - 1] ?? 0;
	const to = quantiles[above] ?? 0;
	return (above - 1 + (value - from) / (to - from)) / steps;
}
