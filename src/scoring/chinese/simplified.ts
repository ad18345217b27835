import { SIMPLIFIED, TRADITIONAL } from "./characters.ts";

const SIMPLIFIED_OF = new Map(
	[...TRADITIONAL].map((character, index) => [
		character,
		SIMPLIFIED.charAt(index),
	]),
);
const HAN = /\p{sc=Han}/gu;

/** Simplified characters for traditional ones, one for one: as much as n-grams need, no conversion to read. */
export const toSimplified = (text: string): string =>
	text.replace(HAN, (character) => SIMPLIFIED_OF.get(character) ?? character);
