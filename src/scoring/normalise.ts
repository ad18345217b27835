import { toCompatible } from "./normalise/compatibility.ts";
import { unifyDashes } from "./normalise/dashes.ts";
import { separateSentences } from "./normalise/fused.ts";
import { type HiddenCounts, removeHidden } from "./normalise/hidden.ts";
import { attachLoneQuotes } from "./normalise/lone-quotes.ts";
import { foldLookAlikes } from "./normalise/look-alikes.ts";
import { type MappedText, unmapped } from "./normalise/mapped-text.ts";
import { joinSpacedLetters } from "./normalise/spaced-letters.ts";
import {
	collapseWhiteSpace,
	mendMarks,
	widenChineseMarks,
} from "./normalise/spacing.ts";
import type { HiddenCharacters } from "./verdict.ts";

export interface Normalised extends MappedText {
	readonly hidden: HiddenCharacters;
}

/** One rule may prepare the ground for another; hostile text settles in four rounds, pages in two. */
const MOST_ROUNDS = 12;

/**
 * The one spelling in which texts are trained on and judged: compatible characters, plain quotes,
 * dashes and spaces, nothing invisible. Same result as `training/telltale_training/normalise.py`.
 * Idempotent, linear in the length, defined for every string (lone surrogates become U+FFFD).
 *
 * @returns `text`; `map`, for each UTF-16 unit of `text` its offset in `raw`, with `raw.length` at
 *   the end; `hidden`, what was removed or replaced that a reader could not see.
 */
export function normalise(raw: string): Normalised {
	const counts = { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 };
	let current = unmapped(raw);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const next = normaliseOnce(current, counts);
		if (next.text === current.text) break;
		current = next;
	}
	return { ...current, hidden: counts };
}

function normaliseOnce(source: MappedText, counts: HiddenCounts): MappedText {
	const visible = joinSpacedLetters(removeHidden(source, counts));
	const compatible = foldLookAlikes(toCompatible(visible, counts), counts);
	const wide = widenChineseMarks(compatible);
	const mended = mendMarks(unifyDashes(collapseWhiteSpace(wide)));
	return separateSentences(attachLoneQuotes(mended));
}
