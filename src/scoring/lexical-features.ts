/** Hashed n-grams of one text: sorted distinct buckets and, for each, 1 + ln(count). */
export interface LexicalFeatures {
	readonly indices: Uint32Array;
	readonly tf: Float32Array;
}

const CHARACTER_SIZES = [2, 3, 4] as const;
/** Hash seeds: character n-grams use their size, word n-grams these. */
const WORD_KIND = 11;
const BIGRAM_KIND = 12;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 16777619;
const SPACE = 0x20;

const WORDS = /[\p{L}\p{N}]+(?:'\p{L}+)*|[^\s\p{L}\p{N}]/gu;

/** The form in which n-grams are counted: small letters, single spaces, none at the ends. */
export const lexicalText = (normalised: string): string =>
	normalised
		.toLowerCase()
		.replace(/[ \t-\r]+/g, " ")
		.replace(/^ | $/g, "");

/** The words of a lexical text and the places where they stand in it. */
export const lexicalWords = (text: string): RegExpExecArray[] => [
	...text.matchAll(WORDS),
];

/**
 * Character 2- to 4-grams over UTF-16 units and word 1- and 2-grams, hashed (FNV-1a with a
 * finisher) into `buckets`, a power of two. `training/telltale_training/lexical_features.py`
 * gives the same; `tests/reference/lexical-cases.json` holds both to it.
 *
 * @param normalised text that `normalise` returned
 */
export function lexicalFeatures(
	normalised: string,
	buckets: number,
): LexicalFeatures {
	const text = lexicalText(normalised);
	const words = lexicalWords(text).map(([word]) => word);
	const found = new Uint32Array(
		CHARACTER_SIZES.length * text.length + 2 * words.length,
	);
	let length = 0;
	for (const size of CHARACTER_SIZES) {
		for (let start = 0; start + size <= text.length; start++) {
			const state = absorb(seed(size), text, start, start + size);
			found[length++] = finish(state, buckets);
		}
	}
	for (const [index, word] of words.entries()) {
		found[length++] = wordBucket(word, buckets);
		const next = words[index + 1];
		if (next !== undefined) {
			found[length++] = bigramBucket(word, next, buckets);
		}
	}
	return distinctBuckets(found.subarray(0, length));
}

/** Bucket of a character n-gram, whose size is its length in UTF-16 units. */
export const characterBucket = (gram: string, buckets: number): number =>
	finish(absorb(seed(gram.length), gram, 0, gram.length), buckets);

export const wordBucket = (word: string, buckets: number): number =>
	finish(absorb(seed(WORD_KIND), word, 0, word.length), buckets);

export function bigramBucket(
	first: string,
	second: string,
	buckets: number,
): number {
	const head = absorb(seed(BIGRAM_KIND), first, 0, first.length);
	const joined = Math.imul(head ^ SPACE, FNV_PRIME);
	return finish(absorb(joined, second, 0, second.length), buckets);
}

const seed = (kind: number): number => FNV_OFFSET ^ kind;

function absorb(state: number, text: string, from: number, to: number): number {
	let hash = state;
	for (let index = from; index < to; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
	}
	return hash;
}

function finish(state: number, buckets: number): number {
	const folded = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
	return ((folded ^ (folded >>> 13)) >>> 0) & (buckets - 1);
}

/** Counts buckets, which it sorts in place. */
export function distinctBuckets(found: Uint32Array): LexicalFeatures {
	const sorted = found.sort();
	const indices = new Uint32Array(sorted.length);
	const tf = new Float32Array(sorted.length);
	let distinct = 0;
	for (let from = 0; from < sorted.length; distinct++) {
		const bucket = sorted[from] ?? 0;
		let to = from + 1;
		while (to < sorted.length && sorted[to] === bucket) to++;
		indices[distinct] = bucket;
		tf[distinct] = 1 + Math.log(to - from);
		from = to;
	}
	return {
		indices: indices.slice(0, distinct),
		tf: tf.slice(0, distinct),
	};
}
