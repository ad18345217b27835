import {
	type MarkedArea,
	markedArea,
	sameArea,
} from "../shared/marked-area.ts";
import type { Sensitivity } from "../shared/settings.ts";
import type { Book } from "./book.ts";
import type { Painter } from "./highlights.ts";
import type { Losses } from "./losses.ts";
import type { Passage } from "./passages.ts";
import { isCurrent } from "./reading/text-map.ts";

/** Painting in one go, short enough to leave room for a frame of the page in 16 ms. */
const SLICE_MS = 8;

export interface Marks {
	/**
	 * Makes what is painted agree with the verdicts, the sensitivity and the page. False when it took too long: call it
	 * again after a rest.
	 */
	readonly update: () => boolean;
	/** The page has changed just now, and nothing was painted on the screen since. */
	readonly breakOff: (records: readonly MutationRecord[]) => void;
	/** The page no longer shows these passages where they were. */
	readonly drop: (gone: readonly Passage[]) => void;
	readonly setSensitivity: (sensitivity: Sensitivity) => void;
	readonly sensitivity: () => Sensitivity;
	/** Passages marked as a whole or in part, in reading order, painted or given up. */
	readonly marked: () => readonly Passage[];
	/** What of a passage is marked; undefined where nothing is. */
	readonly areaOf: (passage: Passage) => MarkedArea | undefined;
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
	/** Wiped by the page and not yet seen again. */
	const broken = new Set<Passage>();

	const areaOf = (passage: Passage): MarkedArea | undefined =>
		markedArea(book.verdictOf(passage), passage.text.length, sensitivity);
	const paint = (passage: Passage, area: MarkedArea): void => {
		if (losses.givenUp(passage.text)) return;
		// The page may have changed since it was read: then the next reading brings the passage back.
		if (!isCurrent(passage.text, passage.map)) return;
		if (broken.delete(passage) && losses.add(passage.text)) return;
		painter.paint(passage, area);
		firstMark ??= now();
	};
	return {
		update: () => {
			for (const passage of painter.painted())
				if (!sameArea(painter.areaOf(passage), areaOf(passage)))
					painter.unpaint(passage);
			const start = now();
			for (const passage of book.passages()) {
				const area = areaOf(passage);
				if (area === undefined || painter.areaOf(passage) !== undefined)
					continue;
				if (now() - start > SLICE_MS) return false;
				paint(passage, area);
			}
			return true;
		},
		breakOff: (records) => {
			for (const passage of painter.breakOff(records)) broken.add(passage);
		},
		drop: (gone) => {
			const shown = new Set(book.passages().map((passage) => passage.text));
			for (const passage of gone) {
				const wasPainted = painter.areaOf(passage) !== undefined;
				if (wasPainted) painter.unpaint(passage);
				const wasMarked = broken.delete(passage) || wasPainted;
				// The same text elsewhere in the page: its mark was taken away, and would be put back.
				if (wasMarked && shown.has(passage.text)) losses.add(passage.text);
			}
		},
		setSensitivity: (next) => {
			sensitivity = next;
		},
		sensitivity: () => sensitivity,
		marked: () =>
			book.passages().filter((passage) => areaOf(passage) !== undefined),
		areaOf,
		firstMarkMs: () => firstMark,
	};
}
