import { countWords } from "../../scoring/words.ts";
import { withoutQuotedLines } from "../structure/quoted-lines.ts";
import type { Place } from "./place.ts";
import type { Piece } from "./text-map.ts";

/** One paragraph as a reader sees it. */
export interface Block {
	/** Its number in reading order. */
	readonly order: number;
	readonly text: string;
	readonly map: readonly Piece[];
	readonly words: number;
	readonly place: Place;
	/** Shares (0 to 1) of its characters that are code or lie in links. */
	readonly codeShare: number;
	readonly linkShare: number;
}

/** White space as CSS collapses it: no-break and ideographic spaces stay. */
const RUN = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
const isSpace = (run: string): boolean => /^[ \t\n\r\f]/.test(run);

type Pending = { readonly node: Text; readonly offset: number };

/** Gathers text nodes into blocks, collapsing white space as rendered and keeping the map back. */
export class BlockBuilder {
	readonly #done: (block: Block) => void;
	#count = 0;
	#text = "";
	#pieces: Piece[] = [];
	#place: Place | undefined;
	#space: Pending | undefined;
	#lines = 0;
	#gap = false;
	#code = 0;
	#link = 0;

	constructor(done: (block: Block) => void) {
		this.#done = done;
	}

	add(node: Text, place: Place): void {
		for (const { 0: run, index } of node.data.matchAll(RUN)) {
			if (!isSpace(run)) this.#word(run, { node, offset: index }, place);
			else if (place.keepsLines && run.includes("\n")) {
				for (let count = run.split("\n").length - 1; count > 0; count -= 1)
					this.line();
			} else this.#space ??= { node, offset: index };
		}
	}

	/** A line end; two in a row end the block. */
	line(): void {
		this.#lines += 1;
		if (this.#lines > 1) this.end();
	}

	gap(): void {
		this.#gap = true;
	}

	end(): void {
		if (this.#place !== undefined) {
			this.#count += 1;
			const whole = { text: this.#text, map: this.#pieces };
			const { text, map } = withoutQuotedLines(whole.text, whole.map) ?? whole;
			this.#done({
				order: this.#count,
				text,
				map,
				words: countWords(text),
				place: this.#place,
				codeShare: this.#code / this.#text.length,
				linkShare: this.#link / this.#text.length,
			});
		}
		this.#text = "";
		this.#pieces = [];
		this.#place = undefined;
		this.#space = undefined;
		this.#lines = 0;
		this.#gap = false;
		this.#code = 0;
		this.#link = 0;
	}

	#word(word: string, from: Pending, place: Place): void {
		if (this.#text !== "") {
			if (this.#lines > 0) {
				this.#text += "\n";
				this.#gap = true;
			} else if (this.#space !== undefined) this.#push(" ", this.#space);
		}
		this.#push(word, from);
		this.#place ??= place;
		this.#space = undefined;
		this.#lines = 0;
		if (place.code) this.#code += word.length;
		if (place.link) this.#link += word.length;
	}

	#push(run: string, { node, offset }: Pending): void {
		const last = this.#pieces.at(-1);
		const unbroken =
			last !== undefined &&
			!this.#gap &&
			last.node === node &&
			last.offset + last.length === offset;
		if (unbroken) {
			this.#pieces[this.#pieces.length - 1] = {
				...last,
				length: last.length + run.length,
			};
		} else {
			this.#pieces.push({
				at: this.#text.length,
				length: run.length,
				node,
				offset,
				joined: !this.#gap && last !== undefined,
			});
		}
		this.#text += run;
		this.#gap = false;
	}
}
