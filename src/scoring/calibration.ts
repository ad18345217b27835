import { logLength } from "./fusion.ts";
import type { CalibrationGroup, LanguageHeads } from "./heads/types.ts";
import type { Register } from "./register.ts";

/** A fused score and what decides whom it is compared with. */
export interface Scaled {
	/** Logits. */
	readonly score: number;
	readonly tokens: number;
	/** Primary language subtag. */
	readonly language: string;
	readonly register: Register;
}

/** Calibrated probability (0 to 1) that the passage is machine-written: Platt scaling with log length. */
export function probabilityOf(
	{ score, tokens }: Pick<Scaled, "score" | "tokens">,
	{ probability, fusion }: Pick<LanguageHeads, "probability" | "fusion">,
): number {
	const length = logLength(tokens, fusion);
	const { slope, intercept, perLogTokens } = probability;
	const logit = slope * score + intercept + perLogTokens * length;
	return 1 / (1 + Math.exp(-logit));
}

/**
 * Share of human passages of this language, length and register that score at least as high: linear
 * in the score between knots on a logarithmic scale, flat outside. 1, which marks nothing, without a group.
 */
export function pValueOf(
	scaled: Scaled,
	groups: readonly CalibrationGroup[],
): number {
	const group = groupOf(scaled, groups);
	if (group === undefined || Number.isNaN(scaled.score)) return 1;
	const { scores, pValues } = group;
	const above = scores.findIndex((knot) => knot > scaled.score);
	if (above === -1) return pValues.at(-1) ?? 1;
	const upper = pValues[above] ?? 1;
	if (above === 0) return upper;
	const from = scores[above - 1] ?? 0;
	const share = (scaled.score - from) / ((scores[above] ?? 0) - from);
	const lower = Math.log(pValues[above - 1] ?? 1);
	return Math.exp(lower + share * (Math.log(upper) - lower));
}

/** The group that holds the length, else the one of that language and register whose lengths are nearest. */
function groupOf(
	{ tokens, language, register }: Scaled,
	groups: readonly CalibrationGroup[],
): CalibrationGroup | undefined {
	const distance = ({ minTokens, maxTokens }: CalibrationGroup): number => {
		if (tokens < minTokens) return minTokens - tokens;
		return tokens < maxTokens ? 0 : tokens - maxTokens + 1;
	};
	return groups
		.filter(
			(group) =>
				group.language === language &&
				(group.register === undefined || group.register === register),
		)
		.reduce<CalibrationGroup | undefined>(
			(best, group) =>
				best === undefined || distance(group) < distance(best) ? group : best,
			undefined,
		);
}
