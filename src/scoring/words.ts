/** Scripts without spaces between words. */
const UNSPACED =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/gu;
/** One character of such a script is about this much of an English word. */
const WORDS_PER_CHARACTER = 0.6;
const SPACED =
	/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['\u2019-][\p{L}\p{M}\p{N}]+)*/gu;

/** Length of a text in words; scripts without spaces are converted, so that one limit serves all. */
export function countWords(text: string): number {
	const characters = text.match(UNSPACED)?.length ?? 0;
	const rest = characters === 0 ? text : text.replace(UNSPACED, " ");
	const words = rest.match(SPACED)?.length ?? 0;
	return words + Math.round(characters * WORDS_PER_CHARACTER);
}
