import { describe, expect, it } from "vitest";
import { createDetector } from "../../src/scoring/detector.ts";
import { parseHeads } from "../../src/scoring/heads.ts";
import { normalise } from "../../src/scoring/normalise.ts";
import type { HiddenCharacters } from "../../src/scoring/verdict.ts";
import { createFakeModel } from "../fake-model.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";

const PLAIN =
	'The old bridge had been closed for a year when the council said, at last, that it would be repaired. "Nobody asks about it now," my uncle told me; he still walks down every morning to look at it. It\'s a habit, he says, and a good one. In 1962 he helped to build it, with forty other men from the village and a crane that came by rail.';
/** No probability may move by more, whatever is done to the letters. */
const MOST_CHANGE = 0.02;

const mapLetters = (letter: (letter: string, index: number) => string) =>
	[...PLAIN].map(letter).join("");
const isLetter = (character: string): boolean => /[a-z]/i.test(character);
const shifted = (letter: string, upper: number, lower: number): string => {
	const code = letter.charCodeAt(0);
	if (/[A-Z]/.test(letter)) return String.fromCodePoint(upper + code - 65);
	return /[a-z]/.test(letter)
		? String.fromCodePoint(lower + code - 97)
		: letter;
};
const CYRILLIC = "асеорхуіјѕАВСЕНКМОРТХУ";
const CYRILLIC_TWINS = "aceopxyijsABCEHKMOPTXY";
const GREEK = "ονυκ";
const GREEK_TWINS = "ovuk";
const twin = (from: string, to: string) => (letter: string) =>
	[...to][from.indexOf(letter)] ?? letter;
const spaced = (inner: string, outer: string): string =>
	PLAIN.split(" ")
		.map((word) => [...word].join(inner))
		.join(outer);
const quotes = (open: string, close: string, apostrophe: string): string =>
	PLAIN.replace('"', open)
		.replace('"', close)
		.replace("It's", `It${apostrophe}s`);

const ATTACKS: readonly [string, string, keyof HiddenCharacters | undefined][] =
	[
		["zero-width spaces", mapLetters((l) => `${l}\u200b`), "zeroWidth"],
		["zero-width joiners", mapLetters((l) => `${l}\u200d`), "zeroWidth"],
		[
			"word joiners in every word",
			PLAIN.replaceAll("e", "\u2060e"),
			"zeroWidth",
		],
		[
			"byte order marks",
			PLAIN.replaceAll(" ", " \ufeff").replaceAll("a", "\ufeffa"),
			"zeroWidth",
		],
		["invisible plus", mapLetters((l) => `${l}\u2064`), "zeroWidth"],
		["grapheme joiners", mapLetters((l) => `${l}\u034f`), "zeroWidth"],
		["Hangul fillers", PLAIN.replaceAll("e", "e\u3164"), "zeroWidth"],
		["left-to-right override", `\u202d${PLAIN}\u202c`, "direction"],
		["marks of direction", PLAIN.replaceAll(" ", "\u200e \u200f"), "direction"],
		["isolates", PLAIN.replaceAll("the", "\u2066the\u2069"), "direction"],
		["Cyrillic twins", mapLetters(twin(CYRILLIC_TWINS, CYRILLIC)), "lookAlike"],
		[
			"some Cyrillic twins",
			mapLetters((l, i) =>
				i % 3 === 0 ? twin(CYRILLIC_TWINS, CYRILLIC)(l) : l,
			),
			"lookAlike",
		],
		["Greek twins", mapLetters(twin(GREEK_TWINS, GREEK)), "lookAlike"],
		[
			"bold letters",
			mapLetters((l) => shifted(l, 0x1d400, 0x1d41a)),
			"lookAlike",
		],
		[
			"monospaced letters",
			mapLetters((l) => shifted(l, 0x1d670, 0x1d68a)),
			"lookAlike",
		],
		[
			"full-width letters",
			mapLetters((l) => shifted(l, 0xff21, 0xff41)),
			undefined,
		],
		[
			"full width throughout",
			mapLetters((l) =>
				l === " " ? "\u3000" : String.fromCodePoint(l.charCodeAt(0) + 0xfee0),
			),
			undefined,
		],
		[
			"circled letters",
			mapLetters((l) => shifted(l, 0x24b6, 0x24d0)),
			undefined,
		],
		["letters with wide gaps", spaced(" ", "   "), undefined],
		["letters and no-break spaces", spaced(" ", "\u00a0"), undefined],
		["letters and thin spaces", spaced("\u2009", " "), undefined],
		["strokes", mapLetters((l) => (isLetter(l) ? `${l}\u0336` : l)), "other"],
		[
			"acute accents",
			mapLetters((l) => (isLetter(l) ? `${l}\u0301` : l)),
			"other",
		],
		[
			"stacks of marks",
			mapLetters((l) => (isLetter(l) ? `${l}\u0351\u036b\u0343\u032a` : l)),
			"other",
		],
		["soft hyphens", mapLetters((l) => `${l}\u00ad`), "other"],
		["variation selectors", mapLetters((l) => `${l}\ufe00`), "other"],
		["tags", `${PLAIN}\u{e0041}\u{e0042}`, "other"],
		["curly quotes", quotes("\u201c", "\u201d", "\u2019"), undefined],
		["low quotes", quotes("\u201e", "\u201f", "\u02bc"), undefined],
		["pointed quotes", quotes("\u00ab", "\u00bb", "\u2032"), undefined],
		["ornamental quotes", quotes("\u275d", "\u275e", "\u275c"), undefined],
		["typed quotes", quotes("``", "''", "\u00b4"), undefined],
		["no-break spaces", PLAIN.replaceAll(" ", "\u00a0"), undefined],
		["spaces of all widths", PLAIN.replaceAll(" ", "\u2003\u2009"), undefined],
		["line breaks", PLAIN.replace(/((?:\S+ ){9}\S+) /g, "$1\r\n"), undefined],
	];

describe("attacks on the letters", () => {
	it.each(ATTACKS)("%s change nothing that is judged", (_, text, evidence) => {
		const { text: judged, hidden } = normalise(text);
		expect(judged).toBe(normalise(PLAIN).text);
		const found = Object.entries(hidden).filter(([, count]) => count > 0);
		if (evidence === undefined) expect(found).toEqual([]);
		else expect(hidden[evidence]).toBeGreaterThan(0);
	});

	it("move no probability", async () => {
		const heads = parseHeads(headsDescription(), lexicalWeights());
		const detector = createDetector(createFakeModel(), heads);
		const verdicts = await detector.judge(
			[PLAIN, ...ATTACKS.map(([, text]) => text)],
			new AbortController().signal,
		);
		const [plain, ...others] = verdicts.map((verdict) =>
			verdict.kind === "scored" ? verdict.probability : Number.NaN,
		);
		for (const [index, probability] of others.entries()) {
			const change = Math.abs(probability - (plain ?? Number.NaN));
			expect(change, ATTACKS[index]?.[0]).toBeLessThanOrEqual(MOST_CHANGE);
		}
	});
});

describe("letters by themselves in ordinary text stay as they are", () => {
	it.each([
		"The options are A B C D E F and G, in that order.",
		"Let a b c and d be whole numbers, and x y z the rest.",
		"J. R. R. Tolkien and C. S. Lewis met there.",
		"Press W A S D to move and 1 2 3 4 5 6 7 to choose.",
		"I a m not sure.",
		"Na\u00efve caf\u00e9s: pi\u0301 and re\u0301sume\u0301.",
	])("%s", (text) => {
		expect(normalise(text).text).toBe(text.normalize("NFC"));
	});

	it.each([
		["We d e l v e into it.", "We d e l v e into it."],
		["We s t r o n g l y agree.", "We strongly agree."],
		["i t   i s   s p a c e d ,   y e s", "it is spaced, yes"],
	])("%j becomes %j", (text, joined) => {
		expect(normalise(text).text).toBe(joined);
	});
});
