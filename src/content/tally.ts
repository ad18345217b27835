import { bandAt } from "../scoring/band.ts";
import type { Unmarked } from "../shared/messages.ts";
import type { Sensitivity } from "../shared/settings.ts";
import type { Book } from "./book.ts";

export interface Tally {
	readonly judged: number;
	readonly marked: number;
	readonly unmarked: Unmarked;
	/** Words of all passages, and of those not judged yet. */
	readonly words: number;
	readonly left: number;
}

/** Counts a page's passages, in one go: a page may hold tens of thousands. */
export function tallyOf(
	book: Pick<Book, "passages" | "verdictOf">,
	sensitivity: Sensitivity,
): Tally {
	const passages = book.passages();
	let [open, words, left] = [0, 0, 0];
	const bands = { "machine-like": 0, unclear: 0, "human-like": 0, none: 0 };
	for (const passage of passages) {
		const verdict = book.verdictOf(passage);
		words += passage.words;
		if (verdict === undefined) {
			open += 1;
			left += passage.words;
		} else if (verdict.kind === "scored")
			bands[bandAt(verdict, sensitivity)] += 1;
		else bands.none += 1;
	}
	return {
		judged: passages.length - open,
		marked: bands["machine-like"],
		unmarked: {
			unclear: bands.unclear,
			humanLike: bands["human-like"],
			unscored: bands.none,
		},
		words,
		left,
	};
}
