import { lexicalTextZh } from "./chinese/lexical-features.ts";
import type { Grams, LexicalHead } from "./heads/types.ts";
import { NEVER_SEEN } from "./lexical.ts";
import {
	bigramBucket,
	characterBucket,
	lexicalText,
	lexicalWords,
	wordBucket,
} from "./lexical-features.ts";
import type { MappedText } from "./normalise/mapped-text.ts";

/** Words and phrases that weighed most each way, strongest first, as the page spells them. */
export interface LexicalExamples {
	readonly machine: readonly string[];
	readonly human: readonly string[];
}

interface Phrase {
	readonly key: string;
	readonly from: number;
	readonly to: number;
	readonly weight: number;
}

const MOST_EXAMPLES = 5;
/** Only the beginning of a very long passage is looked at. */
const MOST_PHRASES = 20_000;
/** Longer phrases are no readable examples (addresses, text without spaces). */
const LONGEST_EXAMPLE = 40;
const HAN = /\p{sc=Han}/u;
const HAN_RUN = /\p{sc=Han}{2,}/gu;
/** Sizes of the n-grams that make a phrase, and the form in which they are counted. */
const HAN_GRAMS: Readonly<
	Record<Grams, { sizes: readonly number[]; form: (gram: string) => string }>
> = {
	spaced: { sizes: [2, 3, 4], form: (gram) => gram },
	chinese: { sizes: [2, 3], form: lexicalTextZh },
};
const WORD_LIKE = /^\p{L}/u;

/**
 * The passage's words and word pairs (in Chinese, runs of two to four characters) whose n-gram
 * weighs most towards machine and towards human. Case and overlaps count once.
 *
 * @param source the normalised passage with its map into `raw`
 */
export function lexicalExamples(
	source: MappedText,
	raw: string,
	head: LexicalHead,
): LexicalExamples {
	const words = head.grams === "spaced" ? wordPhrases(source.text, head) : [];
	const phrases = [...words, ...hanPhrases(source.text, head)].sort(
		(one, other) => Math.abs(other.weight) - Math.abs(one.weight),
	);
	const pick = (sign: number): string[] =>
		withoutOverlaps(phrases.filter(({ weight }) => weight * sign > 0)).map(
			({ from, to }) =>
				raw.slice(source.map[from], source.map[to]).replace(/\s+/g, " ").trim(),
		);
	return { machine: pick(1), human: pick(-1) };
}

const weigh = (bucket: number, { weights }: LexicalHead): number => {
	const weight = weights[bucket] ?? NEVER_SEEN;
	return weight === NEVER_SEEN ? 0 : weight;
};

function wordPhrases(text: string, head: LexicalHead): Phrase[] {
	const words = lexicalWords(text).slice(0, MOST_PHRASES);
	return words.flatMap(({ 0: word, index: from }, place) => {
		if (!WORD_LIKE.test(word) || HAN.test(word)) return [];
		const key = lexicalText(word);
		const to = from + word.length;
		const next = words[place + 1];
		const single = weigh(wordBucket(key, head.buckets), head);
		const phrases: Phrase[] = [{ key, from, to, weight: single }];
		if (next !== undefined && WORD_LIKE.test(next[0]) && !HAN.test(next[0])) {
			const nextKey = lexicalText(next[0]);
			phrases.push({
				key: `${key} ${nextKey}`,
				from,
				to: next.index + next[0].length,
				weight: weigh(bigramBucket(key, nextKey, head.buckets), head),
			});
		}
		return phrases.filter((phrase) => phrase.to - from <= LONGEST_EXAMPLE);
	});
}

function hanPhrases(text: string, head: LexicalHead): Phrase[] {
	const phrases: Phrase[] = [];
	const { sizes, form } = HAN_GRAMS[head.grams];
	for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
		if (phrases.length > MOST_PHRASES) break;
		for (const size of sizes) {
			for (let at = 0; at + size <= run.length; at++) {
				const key = run.slice(at, at + size);
				const from = index + at;
				const weight = weigh(characterBucket(form(key), head.buckets), head);
				phrases.push({ key, from, to: from + size, weight });
			}
		}
	}
	return phrases;
}

/** The strongest phrases of which none contains another. */
function withoutOverlaps(phrases: readonly Phrase[]): Phrase[] {
	const chosen: Phrase[] = [];
	for (const phrase of phrases) {
		if (chosen.length === MOST_EXAMPLES) break;
		const overlaps = chosen.some(
			({ key, from, to }) =>
				key.includes(phrase.key) ||
				phrase.key.includes(key) ||
				(phrase.from < to && from < phrase.to),
		);
		if (!overlaps) chosen.push(phrase);
	}
	return chosen;
}
