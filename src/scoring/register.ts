/** How formal a passage is, from informal to formal; human passages of one register are compared with each other. */
export const REGISTERS = ["informal", "neutral", "formal"] as const;
export type Register = (typeof REGISTERS)[number];

const WORD = /[A-Za-z]+(?:'[A-Za-z]+)*/g;
/**
 * Letters a word; a third of the human texts that calibrate lie below the first, a third above the
 * second. `training/telltale_training/register.py` holds the same specification, and why it is
 * length of words alone that decides.
 */
const NEUTRAL_FROM = 4.4;
const FORMAL_FROM = 4.9;

/** The register of a normalised text in English. */
export function registerOf(text: string): Register {
	const letters = lettersPerWord(text);
	if (letters < NEUTRAL_FROM) return "informal";
	return letters < FORMAL_FROM ? "neutral" : "formal";
}

/** Mean length of words, runs of ASCII letters with the apostrophes inside them; 0 without any. */
export function lettersPerWord(text: string): number {
	let words = 0;
	let letters = 0;
	for (const [word] of text.matchAll(WORD)) {
		words += 1;
		letters += word.length;
	}
	return words === 0 ? 0 : letters / words;
}
