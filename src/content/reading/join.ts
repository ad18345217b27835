import { countWords } from "../../scoring/words.ts";
import type { Block } from "./block-builder.ts";
import { withoutSignatures } from "./signatures.ts";

/**
 * A passage below 100 tokens can hardly ever be marked, so what is joined must get there. English prose has 1.27 tokens
 * a word, but plain prose only 1.1: of stretches of 93 words fewer than 1 in 150 stay below 100 tokens, of 80 words 2 in
 * 5. More would join paragraphs that can each be judged alone, and those may have two writers.
 */
export const ENOUGH_WORDS = 93;
/** A leftover is added to the passage before it up to this length; beyond, a passage says too little about where. */
export const MOST_WORDS = 250;
/** Below this no verdict is ever possible (the engine wants 40 tokens): such crumbs are no passages. */
export const FEWEST_WORDS = 20;
/** Shorter blocks that do not end a sentence are labels: bylines, dates, captions, cells of data. */
const LABEL_WORDS = 10;
/** Links of menus and related articles; longer link text is a card that is one link as a whole. */
const LINK_LABEL_WORDS = 25;
const LINK_SHARE = 0.6;
const CODE_SHARE = 0.5;
/** A heading longer than this is text set large. */
const HEADING_WORDS = 25;
/** h1 to h3 start another subject; smaller ones do not part what is too short alone. */
const BIG_HEADING = 3;

const SENTENCE_END = /[.!?…。！？؟۔।][\p{Pe}\p{Pf}"'’”\])]*(?:\[\d+\])*$/u;

/** Blocks that are read together, under the heading they stand below. */
export interface Joined {
	readonly blocks: readonly Block[];
	readonly heading: string | undefined;
}

/** Gives way to the page where the slice of time is used up. */
export type Rest = () => Promise<void>;

interface Run {
	blocks: Block[];
	heading: string | undefined;
}

const wordsOf = (blocks: readonly Block[]): number =>
	blocks.reduce((sum, block) => sum + block.words, 0);
const isHeading = (block: Block): boolean =>
	block.place.heading > 0 && block.words <= HEADING_WORDS;

function isProse(block: Block): boolean {
	if (block.text === "" || block.codeShare > CODE_SHARE) return false;
	if (block.linkShare > LINK_SHARE && block.words < LINK_LABEL_WORDS)
		return false;
	return block.words >= LABEL_WORDS || SENTENCE_END.test(block.text);
}

/** Blocks between two looks at the clock. */
const STRIDE = 256;

/** Cuts one run into passages: a post stays whole up to a length, all else goes on until there is enough to judge. */
async function pack({ blocks, heading }: Run, rest: Rest): Promise<Joined[]> {
	const isPost = blocks[0]?.place.unit.post === true;
	const total = isPost ? wordsOf(blocks) : 0;
	if (isPost && total >= FEWEST_WORDS && total <= MOST_WORDS)
		return [{ blocks, heading }];
	const packs: Block[][] = [];
	for (const [index, block] of blocks.entries()) {
		if (index % STRIDE === STRIDE - 1) await rest();
		const last = packs.at(-1);
		if (last === undefined || wordsOf(last) >= ENOUGH_WORDS)
			packs.push([block]);
		else last.push(block);
	}
	const last = packs.at(-1);
	const before = packs.at(-2);
	if (
		last !== undefined &&
		before !== undefined &&
		wordsOf(last) < ENOUGH_WORDS
	) {
		if (wordsOf(before) + wordsOf(last) <= MOST_WORDS)
			packs.splice(-2, 2, [...before, ...last]);
	}
	return packs
		.filter((it) => wordsOf(it) >= FEWEST_WORDS)
		.map((it) => ({ blocks: it, heading }));
}

const orderOf = ({ blocks }: Joined): number => blocks[0]?.order ?? 0;

/** Nearly all pages are in order already: sorting tens of thousands would hold them up for nothing. */
function inOrder(joined: Joined[]): Joined[] {
	const isSorted = joined.every((one, index) => {
		const before = joined[index - 1];
		return before === undefined || orderOf(before) <= orderOf(one);
	});
	return isSorted
		? joined
		: joined.sort((one, other) => orderOf(one) - orderOf(other));
}

/** Joins blocks, taken in reading order, into passages; never across units or big headings. */
export class Joiner {
	readonly #runs = new Map<Element, Run>();
	readonly #all: Run[] = [];
	#flow: Element | undefined;
	#heading: string | undefined;

	take(block: Block): void {
		const unit = block.place.unit;
		const owner = unit.element;
		if (!unit.beside && this.#flow !== owner) {
			if (this.#flow !== undefined) this.#close(this.#flow);
			this.#flow = owner;
		}
		if (isHeading(block)) {
			if (!unit.beside) this.#heading = block.text;
			if (block.place.heading <= BIG_HEADING) this.#close(owner);
		} else if (isProse(block)) {
			const run = this.#runs.get(owner);
			if (run === undefined)
				this.#open(owner, { blocks: [block], heading: this.#heading });
			else run.blocks.push(block);
		}
	}

	/** A thematic break in the flow. */
	rule(): void {
		if (this.#flow !== undefined) this.#close(this.#flow);
	}

	/** All passages, in the order of their first blocks; `rest` is awaited now and then. */
	async finish(rest: Rest): Promise<Joined[]> {
		const joined: Joined[] = [];
		const runs = withoutSignatures(this.#all);
		for (const [index, run] of runs.entries()) {
			if (index % STRIDE === STRIDE - 1) await rest();
			for (const one of await pack(run, rest)) joined.push(one);
		}
		return inOrder(joined);
	}

	#open(owner: Element, run: Run): void {
		this.#runs.set(owner, run);
		this.#all.push(run);
	}

	#close(owner: Element): void {
		this.#runs.delete(owner);
	}
}

/** Two items of lists stand on lines of their own; paragraphs of one item are paragraphs. */
function areItems({ place: one }: Block, { place: other }: Block): boolean {
	const items = [one.listItem, other.listItem];
	return !items.includes(undefined) && one.listItem !== other.listItem;
}

/** Text of a joined passage and how far each block is moved in it. */
export function joinedText(blocks: readonly Block[]): {
	text: string;
	shifts: number[];
	words: number;
} {
	let text = "";
	const shifts: number[] = [];
	let before: Block | undefined;
	for (const block of blocks) {
		if (before !== undefined) text += areItems(before, block) ? "\n" : "\n\n";
		shifts.push(text.length);
		text += block.text;
		before = block;
	}
	return { text, shifts, words: countWords(text) };
}
