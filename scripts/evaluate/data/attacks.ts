import { randomOf } from "./random.ts";
import { SYNONYMS } from "./synonyms.ts";

/** Ways to disguise a text; rates as in RAID where it has them. */
export const ATTACKS = [
	"look-alikes",
	"zero-width",
	"misspelling",
	"synonyms",
	"articles",
	"case",
] as const;
export type Attack = (typeof ATTACKS)[number];

const CYRILLIC = new Map(
	[..."aceopxyijsABCEHKMOPTXY"].map((letter, index) => [
		letter,
		[..."асеорхуіјѕАВСЕНКМОРТХУ"][index] ?? letter,
	]),
);
const ZERO_WIDTH_SPACE = "\u200b";
const MISSPELT_SHARE = 0.2;
const REPLACED_SHARE = 0.5;
const DROPPED_SHARE = 0.5;
const ARTICLE = /\b(?:the|an?) /gi;
/** Shorter words stay readable only unaltered. */
const LONG_WORD = /\p{L}{4,}/gu;
const WORD = /[a-zA-Z]+/g;

/** The text after an attack; `key` makes it the same every time. */
export function attacked(text: string, attack: Attack, key: string): string {
	const random = randomOf(`${attack}/${key}`);
	switch (attack) {
		case "look-alikes":
			return [...text].map((letter) => CYRILLIC.get(letter) ?? letter).join("");
		case "zero-width":
			return [...text].join(ZERO_WIDTH_SPACE);
		case "misspelling":
			return text.replace(LONG_WORD, (word) =>
				random() < MISSPELT_SHARE ? misspelt(word, random) : word,
			);
		case "synonyms":
			return text.replace(WORD, (word) => {
				const other = SYNONYMS.get(word.toLowerCase());
				if (other === undefined || random() >= REPLACED_SHARE) return word;
				return word === word.toLowerCase() ? other : capitalised(other);
			});
		case "articles":
			return text.replace(ARTICLE, (article) =>
				random() < DROPPED_SHARE ? "" : article,
			);
		case "case":
			return text.toLowerCase();
	}
}

/** One slip inside the word: two letters swapped, one left out, or one doubled. */
function misspelt(word: string, random: () => number): string {
	const letters = [...word];
	const at = 1 + Math.floor(random() * (letters.length - 2));
	const [here = "", next = ""] = letters.slice(at, at + 2);
	const slips = [[next, here], [next], [here, here, next]];
	const slip = slips[Math.floor(random() * slips.length)] ?? [];
	return [...letters.slice(0, at), ...slip, ...letters.slice(at + 2)].join("");
}

const capitalised = (word: string): string =>
	word.charAt(0).toUpperCase() + word.slice(1);
