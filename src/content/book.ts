import type { Verdict } from "../scoring/verdict.ts";
import type { Passage } from "./passages.ts";

/** Verdicts of texts that left the page are kept up to this many: feeds take posts out and put them back. */
const MOST_KEPT = 2000;

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
	return {
		passages: () => passages,
		replace: (next) => {
			passages = next;
		},
		verdictOf: (passage) => verdicts.get(passage.text),
		enter: (text, verdict) => {
			verdicts.set(text, verdict);
			const oldest = verdicts.keys().next();
			if (verdicts.size > Math.max(MOST_KEPT, passages.length) && !oldest.done)
				verdicts.delete(oldest.value);
		},
		open: () => passages.filter((passage) => !verdicts.has(passage.text)),
		prune: () => {
			const shown = new Set(passages.map((passage) => passage.text));
			for (const text of [...verdicts.keys()])
				if (!shown.has(text)) verdicts.delete(text);
		},
	};
}
