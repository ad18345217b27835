/** Scripts written without spaces: one character is about this much of an English word. */
const WORDS_PER_UNSPACED_CHARACTER = 0.6;
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;
const SPACED = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Length of a text in words; scripts without spaces are converted, so that one limit serves all. */
export function countWords(text: string): number {
	let unspaced = 0;
	const rest = text.replace(UNSPACED, () => {
		unspaced += 1;
		return " ";
	});
	const spaced = rest.match(SPACED)?.length ?? 0;
	return spaced + Math.round(unspaced * WORDS_PER_UNSPACED_CHARACTER);
}
