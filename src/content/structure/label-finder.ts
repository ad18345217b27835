import type { Block } from "../reading/block-builder.ts";
import { saysMachineMade } from "./disclosure-words.ts";

/** More labels than a page could mean. */
const MOST_LABELS = 10;
/** A link is a headline about something else. */
const LINK_SHARE = 0.5;

/** Gathers, from blocks taken in reading order, the lines in which a page says that a machine wrote it. */
export class LabelFinder {
	readonly labels: string[] = [];

	take({ text, place, linkShare }: Block): void {
		if (this.labels.length >= MOST_LABELS) return;
		if (place.heading > 0 || linkShare > LINK_SHARE) return;
		if (saysMachineMade(text)) this.labels.push(text);
	}
}
