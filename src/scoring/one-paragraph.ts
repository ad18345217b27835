import type { TokenScores } from "./language-model.ts";

const BREAK = "\n\n";

export interface OneParagraph {
	/** The text as the language model reads it. */
	readonly text: string;
	/** Scores of `text` with their offsets in the text as it was given. */
	readonly restore: (scores: TokenScores) => TokenScores;
}

/**
 * Paragraph breaks become spaces for the language model: where a page breaks its paragraphs, and
 * how we join its blocks, must not decide who wrote them. `training/` does the same.
 */
export function oneParagraph(text: string): OneParagraph {
	const parts = text.split(BREAK);
	if (parts.length === 1) return { text, restore: (scores) => scores };
	/** Offsets in the joined text from which on one more unit was left out. */
	const shifts: number[] = [];
	let end = 0;
	for (const part of parts.slice(0, -1)) {
		end += part.length;
		shifts.push(end + 1);
		end += 1;
	}
	const moved = (offsets: Uint32Array): Uint32Array => {
		let passed = 0;
		return offsets.map((offset) => {
			while (offset >= (shifts[passed] ?? Number.POSITIVE_INFINITY)) passed++;
			return offset + passed;
		});
	};
	return {
		text: parts.join(" "),
		restore: (scores) => ({
			...scores,
			from: moved(scores.from),
			to: moved(scores.to),
		}),
	};
}
