import type {
	Disclosure,
	Failure,
	Measure,
	PageReport,
	PageStatus,
} from "../shared/messages.ts";
import type { Book } from "./book.ts";
import type { Marks } from "./marks.ts";
import { tallyOf } from "./tally.ts";
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

/** The status and how far the page is judged, in words. */
export interface Stand {
	readonly status: PageStatus;
	readonly words: number;
	readonly left: number;
}

/** Where the page stands. `done` only when every passage is judged and no change is pending. */
export function standOf(progress: Progress): Stand {
	const { book, marks, failure, reading, disclosures = [] } = progress;
	const passages = book.passages().length;
	const { judged, marked, inPart, unmarked, words, left } = tallyOf(
		book,
		marks.sensitivity(),
	);
	const counts = {
		passages,
		judged,
		marked,
		unmarked,
		...(inPart === 0 ? {} : { inPart }),
		...(disclosures.length === 0 ? {} : { disclosures }),
	};
	const status = (): PageStatus => {
		if (failure !== undefined) return { state: "failed", failure, ...counts };
		if (reading || judged < passages) return { state: "checking", ...counts };
		const turn = turnOf(book.passages(), book.verdictOf);
		return {
			state: "done",
			...counts,
			...(turn === undefined ? {} : { turn }),
		};
	};
	return { status: status(), words, left };
}

/** The status with every passage of the page, in reading order. */
export function reportOf(progress: Progress): PageReport {
	const { book, marks } = progress;
	return {
		...standOf(progress).status,
		passageReports: book.passages().map((passage) => {
			const verdict = book.verdictOf(passage);
			const area = marks.areaOf(passage);
			const spans = verdict?.kind === "scored" ? verdict.spans : [];
			return {
				text: passage.text,
				verdict,
				marked: area !== undefined,
				part:
					area?.mark === "part" ? { from: area.from, to: area.to } : undefined,
				spans: area?.spans ?? spans,
			};
		}),
		firstMarkMs: marks.firstMarkMs(),
	};
}

/**
 * What the share of the page is reckoned from. A passage too short to be marked counts with a p-value of 1: else the share
 * would count text that no mark on the page shows. So does one that is marked only in part: the share counts passages as
 * a whole, and the mark says that this one is not machine-like as a whole.
 */
export const measuresOf = (
	book: Pick<Book, "passages" | "verdictOf">,
	areaOf: Marks["areaOf"],
): Measure[] =>
	book.passages().map((passage) => {
		const verdict = book.verdictOf(passage);
		if (verdict?.kind !== "scored") return { words: passage.words };
		// Leaving these passages out would leave out by their p-value: of short ones only the smallest would stay.
		const isOut = verdict.capped || areaOf(passage)?.mark === "part";
		const pValue = isOut ? 1 : verdict.pValue;
		return { words: passage.words, pValue };
	});
