import type { Block } from "../reading/block-builder.ts";
import { saysMachineMade } from "./disclosure-words.ts";

/** More labels than a page could mean. */
const MOST_LABELS = 10;
/** A link is a headline about something else. */
const LINK_SHARE = 0.5;

/** Gathers, from blocks taken in reading order, the lines in which a page says that a machine wrote it. */
export class LabelFinder {
	readonly labels: string[] = [];

	/** @returns true for such a line: it speaks of the text and is no part of it */
	take({ text, place, linkShare }: Block): boolean {
		if (place.heading > 0 || linkShare > LINK_SHARE) return false;
		if (!saysMachineMade(text)) return false;
		if (this.labels.length < MOST_LABELS) this.labels.push(text);
		return true;
	}
}
