import { edit, type MappedText } from "./mapped-text.ts";

const pairs = (from: string, to: string): [string, string][] => {
	const latin = [...to];
	return [...from].map((letter, index) => [letter, latin[index] ?? letter]);
};
/** Letters drawn like Latin ones in common fonts: a compact part of Unicode's confusables (UTS 39). */
const CYRILLIC = pairs(
	"АВЕКМНОРСТУХЅІЈԌԚԜҮѴЁЇавсԁеһіјӏорԛѕухѵԝүкпгмтнёї",
	"ABEKMHOPCTYXSIJGQWYVËÏabcdehijlopqsyxvwyknrmthëï",
);
const GREEK = pairs(
	"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹαεικνορτυχϲϳ",
	"ABEZHIKMNOPTYXCaeikvoptuxcj",
);
const OTHER = pairs("ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏔᏃօոսһɡɑ", "ABCDEHJKLMPRSTWZonuhga");
const LATIN_OF = new Map([...CYRILLIC, ...GREEK, ...OTHER]);

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{sc=Latin}/u;
const IS_CYRILLIC = /\p{sc=Cyrl}/u;
const IS_GREEK = /\p{sc=Grek}/u;
const LOWER_LATIN = /[a-z]/;
const LOOK_ALIKE = new RegExp(`[${[...LATIN_OF.keys()].join("")}]`, "u");

/**
 * Latin letters for look-alikes: in words that mix them with Latin letters, and in Cyrillic words
 * made of look-alikes alone where the text has no other Cyrillic. Greek letters count only beside
 * a small Latin letter, which leaves NF-κB and TNFα alone. `counts.lookAlike` takes the letters replaced.
 */
export function foldLookAlikes(
	source: MappedText,
	counts: { lookAlike: number },
): MappedText {
	const strayCyrillic =
		LATIN.test(source.text) && !hasRealCyrillic(source.text);
	return edit(source, WORD, (word) => {
		if (!LOOK_ALIKE.test(word)) return word;
		const letters = [...word];
		const mixed = letters.some(
			(letter) => LATIN.test(letter) && !LATIN_OF.has(letter),
		);
		if (
			!mixed &&
			!(strayCyrillic && letters.every((letter) => IS_CYRILLIC.test(letter)))
		)
			return word;
		if (!letters.every((letter) => LATIN.test(letter) || LATIN_OF.has(letter)))
			return word;
		return letters
			.map((letter, index) => {
				const latin = LATIN_OF.get(letter);
				if (
					latin === undefined ||
					(IS_GREEK.test(letter) && !besideSmallLatin(letters, index))
				)
					return letter;
				counts.lookAlike++;
				return latin;
			})
			.join("");
	});
}

function besideSmallLatin(letters: readonly string[], index: number): boolean {
	return (
		LOWER_LATIN.test(letters[index - 1] ?? "") ||
		LOWER_LATIN.test(letters[index + 1] ?? "")
	);
}

function hasRealCyrillic(text: string): boolean {
	for (const letter of text.match(/\p{sc=Cyrl}/gu) ?? [])
		if (!LATIN_OF.has(letter)) return true;
	return false;
}
