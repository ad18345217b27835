import {
	characterBucket,
	distinctBuckets,
	type LexicalFeatures,
} from "../lexical-features.ts";
import { toSimplified } from "./simplified.ts";

const CHARACTER_SIZES = [1, 2, 3] as const;
/** Spaces, quotes, dashes, brackets and ornaments tell how a corpus was collected. */
const LEFT_OUT = /[^\p{L}\p{N}\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]+/gu;

/** The form in which n-grams are counted: simplified, letters and the seven plain marks alone, "0" for Latin words and numbers. */
export const lexicalTextZh = (normalised: string): string =>
	toSimplified(normalised)
		.toLowerCase()
		.replace(LEFT_OUT, "")
		.replace(/[0-9a-z]+/g, "0");

/**
 * Character 1- to 3-grams of a Chinese text over UTF-16 units, hashed as `lexicalFeatures` hashes,
 * each counted once. `training/telltale_training/lexical_features_zh.py` gives the same;
 * `tests/reference/lexical-cases-zh.json` holds both to it.
 *
 * @param normalised text that `normalise` returned
 */
export function lexicalFeaturesZh(
	normalised: string,
	buckets: number,
): LexicalFeatures {
	const text = lexicalTextZh(normalised);
	const found: number[] = [];
	for (const size of CHARACTER_SIZES) {
		for (let start = 0; start + size <= text.length; start++) {
			found.push(characterBucket(text.slice(start, start + size), buckets));
		}
	}
	const { indices, tf } = distinctBuckets(Uint32Array.from(found));
	return { indices, tf: tf.fill(1) };
}
