import { bandAt } from "../scoring/band.ts";
import type {
	Disclosure,
	Failure,
	Measure,
	PageReport,
	PageStatus,
	Unmarked,
} from "../shared/messages.ts";
import type { Book } from "./book.ts";
import type { Marks } from "./marks.ts";
import type { Passage } from "./passages.ts";
import type { Advance } from "./progress-note.ts";
import { turnOf } from "./turn.ts";

export interface Progress {
	readonly book: Book;
	readonly marks: Marks;
	readonly failure: Failure | undefined;
	/** A reading of the page is due or under way. */
	readonly reading: boolean;
	/** What the page says of itself. */
	readonly disclosures?: readonly Disclosure[] | undefined;
}

/** What the judged passages that are not marked read like. */
function unmarkedOf({ book, marks }: Progress): Unmarked {
	const sensitivity = marks.sensitivity();
	let [unclear, humanLike, unscored] = [0, 0, 0];
	for (const passage of book.passages()) {
		const verdict = book.verdictOf(passage);
		if (verdict === undefined) continue;
		if (verdict.kind !== "scored") unscored += 1;
		else if (bandAt(verdict, sensitivity) === "unclear") unclear += 1;
		else if (bandAt(verdict, sensitivity) === "human-like") humanLike += 1;
	}
	return { unclear, humanLike, unscored };
}

/** Where the page stands. `done` only when every passage is judged and no change is pending. */
export function statusOf(progress: Progress): PageStatus {
	const { book, marks, failure, reading, disclosures = [] } = progress;
	const passages = book.passages().length;
	const judged = passages - book.open().length;
	const counts = {
		passages,
		judged,
		marked: marks.marked().length,
		unmarked: unmarkedOf(progress),
		...(disclosures.length === 0 ? {} : { disclosures }),
	};
	if (failure !== undefined) return { state: "failed", failure, ...counts };
	if (reading || judged < passages) return { state: "checking", ...counts };
	const turn = turnOf(book.passages(), book.verdictOf);
	return { state: "done", ...counts, ...(turn === undefined ? {} : { turn }) };
}

/** The status with every passage of the page, in reading order. */
export function reportOf(progress: Progress): PageReport {
	const { book, marks } = progress;
	const marked = new Set(marks.marked());
	return {
		...statusOf(progress),
		passageReports: book.passages().map((passage) => {
			const verdict = book.verdictOf(passage);
			const spans = verdict?.kind === "scored" ? verdict.spans : [];
			return {
				text: passage.text,
				verdict,
				marked: marked.has(passage),
				spans,
			};
		}),
		firstMarkMs: marks.firstMarkMs(),
	};
}

/** How far the page is judged, in words. */
export function advanceOf(progress: Progress): Advance {
	const { book } = progress;
	const wordsOf = (passages: readonly Passage[]): number =>
		passages.reduce((sum, { words }) => sum + words, 0);
	const { state, marked } = statusOf(progress);
	return {
		state,
		words: wordsOf(book.passages()),
		left: wordsOf(book.open()),
		marked,
	};
}

/** What the share of the page is reckoned from. */
export const measuresOf = (book: Book): Measure[] =>
	book.passages().map((passage) => {
		const verdict = book.verdictOf(passage);
		return {
			words: passage.words,
			...(verdict?.kind === "scored" ? { pValue: verdict.pValue } : {}),
		};
	});
