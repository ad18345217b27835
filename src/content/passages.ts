import type { Disclosure } from "../shared/messages.ts";
import { BlockBuilder } from "./reading/block-builder.ts";
import type { Breath } from "./reading/breathe.ts";
import { type Joined, Joiner, joinedText } from "./reading/join.ts";
import type { Rendering } from "./reading/rendering.ts";
import { shifted, type TextMap } from "./reading/text-map.ts";
import { walk } from "./reading/walk.ts";
import { type AuthorOf, createAuthors } from "./structure/authors.ts";
import { readDisclosures } from "./structure/disclosures.ts";
import { LabelFinder } from "./structure/label-finder.ts";
import type { Unit } from "./structure/unit.ts";

/** What a reader takes in as one piece of text of one author, with its place in the page. */
export interface Passage {
	/** As the page shows it: white space collapsed, "\n" for a line end, "\n\n" between paragraphs. */
	readonly text: string;
	readonly map: TextMap;
	readonly words: number;
	/** Element with a box that holds the passage's beginning. */
	readonly element: Element;
	/** What it is part of: an article, a post, a quote; the page itself where nothing else is declared. */
	readonly unit: Element;
	readonly heading: string | undefined;
	/** As the page names the writer; undefined where its structure names none. */
	readonly author?: string | undefined;
}

/** What one reading of a page found. */
export interface Reading {
	readonly passages: readonly Passage[];
	readonly shadowRoots: readonly ShadowRoot[];
	/** Elements not shown now that hold text: showing them changes no node, so they need watching. */
	readonly hidden: readonly Element[];
	/** What the page says of itself. */
	readonly disclosures?: readonly Disclosure[];
}

export interface ReadingEnvironment {
	readonly rendering: Rendering;
	readonly breath: Breath;
}

/** Hidden elements beyond this many are not watched: pages hide thousands of templates, few are ever shown. */
const MOST_HIDDEN = 200;
/** Shorter texts could not be a passage when they are shown. */
const LEAST_HIDDEN_CHARACTERS = 100;

const isWorthWatching = ({ textContent }: Element): boolean =>
	(textContent?.length ?? 0) >= LEAST_HIDDEN_CHARACTERS;

function toPassage({ blocks, heading }: Joined, authorOf: AuthorOf): Passage[] {
	const first = blocks[0];
	if (first === undefined) return [];
	const { text, shifts, words } = joinedText(blocks);
	const map = blocks.flatMap((block, index) =>
		shifted(block.map, shifts[index] ?? 0),
	);
	const { box, unit } = first.place;
	const author = authorOf(unit);
	return [
		{ text, map, words, element: box, unit: unit.element, heading, author },
	];
}

/**
 * Reads the passages that `root` shows, in reading order.
 * @throws DOMException `AbortError` when the signal aborts between slices.
 */
export async function readPassages(
	root: Element,
	{ rendering, breath }: ReadingEnvironment,
	signal: AbortSignal,
): Promise<Reading> {
	const joiner = new Joiner();
	const labels = new LabelFinder();
	const builder = new BlockBuilder((block) => {
		if (!labels.take(block)) joiner.take(block);
	});
	const shadowRoots: ShadowRoot[] = [];
	const hidden: Element[] = [];
	const rest = async (): Promise<void> => {
		await breath.pause();
		signal.throwIfAborted();
	};
	const restIfDue = async (): Promise<void> => {
		if (breath.due()) await rest();
	};
	for (const step of walk(root, rendering)) {
		// Most steps cost microseconds, but one into an element of thousands of children some milliseconds.
		if (breath.due()) await rest();
		switch (step.kind) {
			case "text":
				builder.add(step.node, step.place);
				break;
			case "line":
				builder.line();
				break;
			case "gap":
				builder.gap();
				break;
			case "edge":
				builder.end();
				break;
			case "rule":
				builder.end();
				joiner.rule();
				break;
			case "root":
				shadowRoots.push(step.root);
				break;
			case "hidden":
				if (hidden.length < MOST_HIDDEN && isWorthWatching(step.element))
					hidden.push(step.element);
				break;
		}
	}
	builder.end();
	// The steps from here on look at all there is: each gets a slice of its own.
	await rest();
	const joined = await joiner.finish(restIfDue);
	await rest();
	const worded = new Set<Unit>(
		joined.flatMap(({ blocks }) => blocks.map(({ place }) => place.unit)),
	);
	const authorOf = await createAuthors(worded, rest);
	const passages: Passage[] = [];
	for (const one of joined) {
		if (breath.due()) await rest();
		passages.push(...toPassage(one, authorOf));
	}
	if (breath.due()) await rest();
	return {
		passages,
		shadowRoots,
		hidden,
		disclosures: readDisclosures(
			root.ownerDocument,
			labels.labels,
			(element) => rendering(element).box !== "none",
		),
	};
}
