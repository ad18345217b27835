import { lexicalFeaturesZh } from "./chinese/lexical-features.ts";
import type { LexicalHead } from "./heads/types.ts";
import { type LexicalFeatures, lexicalFeatures } from "./lexical-features.ts";

/** Weight of a bucket into which no training text fell. */
export const NEVER_SEEN = -128;

export interface LexicalScore {
	/** Logits; above 0 reads as machine. */
	readonly logit: number;
	/** Share (0 to 1) of the text's squared term weight that training has seen. */
	readonly coverage: number;
}

/** The score of a normalised text by the n-grams that the head counts. */
export function scoreText(text: string, head: LexicalHead): LexicalScore {
	const features =
		head.grams === "chinese" ? lexicalFeaturesZh : lexicalFeatures;
	return scoreLexical(features(text, head.buckets), head);
}

/** Logistic regression on the hashed n-grams of one text. */
export function scoreLexical(
	{ indices, tf }: LexicalFeatures,
	{ weights, scale, bias }: LexicalHead,
): LexicalScore {
	let all = 0;
	let seen = 0;
	let sum = 0;
	for (const [place, bucket] of indices.entries()) {
		const value = tf[place] ?? 0;
		const weight = weights[bucket] ?? NEVER_SEEN;
		all += value * value;
		if (weight === NEVER_SEEN) continue;
		seen += value * value;
		sum += value * weight;
	}
	const norm = Math.max(Math.sqrt(all), Number.EPSILON);
	return {
		logit: bias + (sum * scale) / norm,
		coverage: all === 0 ? 0 : seen / all,
	};
}
