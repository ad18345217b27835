import type { Verdict } from "../scoring/verdict.ts";
import type { Passage } from "./passages.ts";

/** Verdicts kept of texts that left the page, some 3 KB each: feeds take posts out and put them back. */
const MOST_KEPT = 1000;

export interface Book {
	readonly passages: () => readonly Passage[];
	readonly replace: (passages: readonly Passage[]) => void;
	readonly verdictOf: (passage: Passage) => Verdict | undefined;
	readonly enter: (text: string, verdict: Verdict) => void;
	/** Passages without a verdict, in reading order. */
	readonly open: () => readonly Passage[];
	/** Forgets verdicts of texts that the page no longer shows. */
	readonly prune: () => void;
}

/**
 * The passages of the page and the verdicts known, by text: a verdict depends on nothing else, so an answer can
 * never end up at a passage whose text has changed meanwhile.
 */
export function createBook(): Book {
	let passages: readonly Passage[] = [];
	const verdicts = new Map<string, Verdict>();
	/** Keeps `most` verdicts of texts not shown, the newest. */
	const forget = (most: number): void => {
		const shown = new Set(passages.map((passage) => passage.text));
		const kept = [...verdicts.keys()].filter((text) => !shown.has(text));
		for (const text of kept.slice(0, Math.max(0, kept.length - most)))
			verdicts.delete(text);
	};
	return {
		passages: () => passages,
		replace: (next) => {
			passages = next;
			if (verdicts.size > MOST_KEPT) forget(MOST_KEPT);
		},
		verdictOf: (passage) => verdicts.get(passage.text),
		enter: (text, verdict) => {
			verdicts.set(text, verdict);
		},
		open: () => passages.filter((passage) => !verdicts.has(passage.text)),
		prune: () => forget(0),
	};
}
