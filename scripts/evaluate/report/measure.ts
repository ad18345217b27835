import { isMarked, isScored } from "../judge/outcome.ts";
import { exactShare, type Share } from "../metrics/binomial.ts";
import { auroc, thresholdAt, truePositivesAt } from "../metrics/roc.ts";
import {
	CHANNELS,
	type Channel,
	type Comparison,
	type Judged,
	sidesOf,
} from "./judged.ts";

/** How well one score tells the sides apart. */
export interface Power {
	readonly auroc: number;
	/** Share of machine texts found at 1 % and 5 % false positives. */
	readonly t1: number;
	readonly t5: number;
}

export interface Measured {
	readonly name: string;
	readonly humans: number;
	readonly machines: number;
	/** Texts of either side that a gate held back: they count as unmarked, with the lowest score. */
	readonly notScored: number;
	readonly power: Readonly<Record<Channel, Power>>;
	/** Marked at normal sensitivity. */
	readonly markedHumans: Share;
	readonly markedMachines: Share;
}

export function powerOf(
	comparison: Pick<Comparison, "human" | "machine">,
	channel: Channel,
): Power {
	const sides = sidesOf(comparison, channel);
	return {
		auroc: auroc(sides),
		t1: truePositivesAt(sides, 0.01),
		t5: truePositivesAt(sides, 0.05),
	};
}

export const everyChannel = <T>(
	read: (channel: Channel) => T,
): Record<Channel, T> => ({
	telltale: read("telltale"),
	meanLogProb: read("meanLogProb"),
	ratio: read("ratio"),
	curvature: read("curvature"),
	lexical: read("lexical"),
	evidence: read("evidence"),
});

export const markedShare = (judged: readonly Judged[]): Share =>
	exactShare(
		judged.filter(({ outcome }) => isMarked(outcome)).length,
		judged.length,
	);

export const countNotScored = (judged: readonly Judged[]): number =>
	judged.filter(({ outcome }) => !isScored(outcome)).length;

export const measure = (comparison: Comparison): Measured => ({
	name: comparison.name,
	humans: comparison.human.length,
	machines: comparison.machine.length,
	notScored: countNotScored([...comparison.human, ...comparison.machine]),
	power: everyChannel((channel) => powerOf(comparison, channel)),
	markedHumans: markedShare(comparison.human),
	markedMachines: markedShare(comparison.machine),
});

/** Several comparisons: the mean of their figures with a threshold each, and the figures with one threshold for all. */
export interface Family {
	readonly name: string;
	readonly comparisons: number;
	readonly mean: Readonly<Record<Channel, Power>>;
	readonly pooled: Readonly<Record<Channel, Power>>;
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

export function measureFamily(
	name: string,
	comparisons: readonly Comparison[],
): Family {
	const all = {
		human: comparisons.flatMap(({ human }) => human),
		machine: comparisons.flatMap(({ machine }) => machine),
	};
	return {
		name,
		comparisons: comparisons.length,
		mean: everyChannel((channel) => {
			const powers = comparisons.map((one) => powerOf(one, channel));
			return {
				auroc: mean(powers.map((power) => power.auroc)),
				t1: mean(powers.map((power) => power.t1)),
				t5: mean(powers.map((power) => power.t5)),
			};
		}),
		pooled: everyChannel((channel) => powerOf(all, channel)),
	};
}

/** One threshold from some human texts, and the share of machine texts that it finds. */
export const foundAt = (
	comparison: Pick<Comparison, "human" | "machine">,
	level: number,
): { threshold: number; found: number } => {
	const sides = sidesOf(comparison, CHANNELS[0]);
	return {
		threshold: thresholdAt(sides, level),
		found: truePositivesAt(sides, level),
	};
};
