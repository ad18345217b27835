import type { Passage } from "./passages.ts";

/** Passages in one request: the engine batches texts of like length, and more would only delay the first answer. */
const BATCH_PASSAGES = 4;
/**
 * Words in one request. In view about a second of work on two slow cores, since a reader waits for the marks; elsewhere
 * about three, so that what scrolls into view does not wait longer.
 */
const BATCH_WORDS: Readonly<Record<Nearness, number>> = {
	0: 200,
	1: 600,
	2: 600,
};
/** The first request is one passage of this length (about 200 tokens), so that the first mark comes quickly. */
const FIRST_WORDS = { least: 60, most: 170 };

/** How near a passage is to what the reader sees: 0 in view, 1 near, 2 elsewhere. */
export type Nearness = (typeof LEVELS)[number];
const LEVELS = [0, 1, 2] as const;

const isFirst = ({ words }: Passage): boolean =>
	words >= FIRST_WORDS.least && words <= FIRST_WORDS.most;

/** Chooses what to send next: the nearest first, in reading order; each text once. Empty when nothing is wanted. */
export function pickBatch(
	wanted: readonly Passage[],
	nearness: (passage: Passage) => Nearness,
	{ first }: { first: boolean },
): readonly Passage[] {
	const levels: Passage[][] = [[], [], []];
	for (const passage of wanted) levels[nearness(passage)]?.push(passage);
	const level = LEVELS.find((it) => (levels[it]?.length ?? 0) > 0) ?? 2;
	const nearest = levels[level] ?? [];
	if (first)
		return [nearest.find(isFirst) ?? nearest[0]].filter(
			(it) => it !== undefined,
		);
	const batch = new Map<string, Passage>();
	let words = 0;
	for (const passage of nearest) {
		if (batch.size >= BATCH_PASSAGES) break;
		if (batch.has(passage.text)) continue;
		if (batch.size > 0 && words + passage.words > BATCH_WORDS[level]) break;
		batch.set(passage.text, passage);
		words += passage.words;
	}
	return [...batch.values()];
}
