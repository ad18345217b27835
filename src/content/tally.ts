import { bandAt, markAt } from "../scoring/band.ts";
import type { Band, Scored } from "../scoring/verdict.ts";
import type { Unmarked } from "../shared/messages.ts";
import type { Sensitivity } from "../shared/settings.ts";
import type { Book } from "./book.ts";

export interface Tally {
	readonly judged: number;
	/** As a whole or in part. */
	readonly marked: number;
	/** Of those marked, the ones of which only a part is. */
	readonly inPart: number;
	readonly unmarked: Unmarked;
	/** Words of all passages, and of those not judged yet. */
	readonly words: number;
	readonly left: number;
}

const NONE = {
	"machine-like": 0,
	part: 0,
	unclear: 0,
	"human-like": 0,
	unscored: 0,
};

/** Counts a page's passages, in one go: a page may hold tens of thousands. */
export function tallyOf(
	book: Pick<Book, "passages" | "verdictOf">,
	sensitivity: Sensitivity,
): Tally {
	const passages = book.passages();
	let [open, words, left] = [0, 0, 0];
	const counts = { ...NONE };
	for (const passage of passages) {
		const verdict = book.verdictOf(passage);
		words += passage.words;
		if (verdict === undefined) {
			open += 1;
			left += passage.words;
		} else if (verdict.kind === "scored")
			counts[classOf(verdict, sensitivity)] += 1;
		else counts.unscored += 1;
	}
	return {
		judged: passages.length - open,
		marked: counts["machine-like"] + counts.part,
		inPart: counts.part,
		unmarked: {
			unclear: counts.unclear,
			humanLike: counts["human-like"],
			unscored: counts.unscored,
		},
		words,
		left,
	};
}

function classOf(verdict: Scored, sensitivity: Sensitivity): Band | "part" {
	return markAt(verdict, sensitivity) === "part"
		? "part"
		: bandAt(verdict, sensitivity);
}
