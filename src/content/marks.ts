import type { Sensitivity } from "../shared/settings.ts";
import type { Book } from "./book.ts";
import type { Painter } from "./highlights.ts";
import type { Losses } from "./losses.ts";
import { isMarked } from "./marked.ts";
import type { Passage } from "./passages.ts";
import { isCurrent } from "./reading/text-map.ts";

export interface Marks {
	/** Makes what is painted agree with the verdicts, the sensitivity and the page. */
	readonly update: () => void;
	/** The page no longer shows these passages where they were. */
	readonly drop: (gone: readonly Passage[]) => void;
	readonly setSensitivity: (sensitivity: Sensitivity) => void;
	readonly sensitivity: () => Sensitivity;
	/** Marked passages in reading order, painted or given up. */
	readonly marked: () => readonly Passage[];
	/** When the first mark was painted, on the clock given. */
	readonly firstMarkMs: () => number | undefined;
}

export interface MarksEnvironment {
	readonly book: Book;
	readonly painter: Painter;
	readonly losses: Losses;
	readonly now: () => number;
}

/** Decides what is painted. */
export function createMarks(
	{ book, painter, losses, now }: MarksEnvironment,
	initial: Sensitivity,
): Marks {
	let sensitivity = initial;
	let firstMark: number | undefined;

	const isWanted = (passage: Passage): boolean =>
		isMarked(book.verdictOf(passage), sensitivity);
	const paint = (passage: Passage): void => {
		const verdict = book.verdictOf(passage);
		if (verdict?.kind !== "scored" || losses.givenUp(passage.text)) return;
		// The page may have changed since it was read: then the next reading brings the passage back.
		if (!isCurrent(passage.text, passage.map)) return;
		painter.paint(passage, verdict.spans);
		firstMark ??= now();
	};
	return {
		update: () => {
			const painted = new Set(painter.painted());
			for (const passage of painted) {
				const intact = painter.isIntact(passage);
				if (intact && isWanted(passage)) continue;
				painter.unpaint(passage);
				painted.delete(passage);
				if (!intact) losses.add(passage.text);
			}
			for (const passage of book.passages())
				if (!painted.has(passage) && isWanted(passage)) paint(passage);
		},
		drop: (gone) => {
			const shown = new Set(book.passages().map((passage) => passage.text));
			const painted = new Set(painter.painted());
			for (const passage of gone) {
				if (!painted.has(passage)) continue;
				painter.unpaint(passage);
				if (shown.has(passage.text)) losses.add(passage.text);
			}
		},
		setSensitivity: (next) => {
			sensitivity = next;
		},
		sensitivity: () => sensitivity,
		marked: () => book.passages().filter(isWanted),
		firstMarkMs: () => firstMark,
	};
}
