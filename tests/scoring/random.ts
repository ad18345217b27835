/** Deterministic whole numbers from 0 up to, not including, `below` (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
	};
}

const SNIPPETS = [
	..."abcXYZ.,;:!?-\u2013\u2014'\"() \n\t12/*`#|",
	"word.Next ",
	"n't",
	" . ",
	"--",
	"\u2026",
	"\u00a0",
	"\u200b",
	"\u0301\u0316\u0305",
	"\u0441\u0430t",
	"\u03b1",
	"\u4f60\uff0c",
	"\u3002",
	"\ud800",
	"\udc00",
	"\u{1f468}\u200d\u{1f469}\ufe0f",
	"\u00ad",
	"\u00bd\ufb01",
	"\u1100\u1161\u314e\u314f",
	"\uff8a\uff9e",
	"\u{1d41a}",
	"\u2028",
	"\u2029",
	"\r\n\r\n",
	"\u00b4",
	"\u201c\u201d",
	"\ufdfa",
	"\u{e0041}",
	"\u{20000}",
	"\u202e\u05d0",
	"\0",
	' " ',
	"' s ",
	"9: 30",
	'."A ',
	"ab -cd",
	" the quick brown fox jumps over it. ",
];

/** A hostile text of up to `pieces` snippets and arbitrary UTF-16 units. */
export function hostileText(
	random: (below: number) => number,
	pieces: number,
): string {
	let text = "";
	for (let left = random(pieces + 1); left > 0; left--) {
		text +=
			random(4) > 0
				? (SNIPPETS[random(SNIPPETS.length)] ?? "")
				: String.fromCharCode(random(0x10000));
	}
	return text;
}

/** Texts that break careless code, each about as long as `length`. */
export const hostileTexts = (length: number): string[] =>
	[
		"a",
		"a ",
		"\n",
		"\0",
		"\ud800",
		"\udc00",
		"\u0301\u0316",
		"\u2014",
		". ",
		"'",
		"word.Next",
		"\u4f60,",
		"\u0441",
		"\u200b",
		"\u05d0\u202e ",
		"Z\u0351\u036b\u0343\u032a ",
		"function f() { return 1; }\n",
		"- item\n",
		"The cat sat on the mat and looked at the moon. ",
	].map((piece) => piece.repeat(Math.ceil(length / piece.length)));
