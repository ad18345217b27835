/** Scripts, each with what tells its languages apart; the first test that holds decides. */
const SCRIPTS: readonly {
	readonly letters: RegExp;
	readonly languages: readonly (readonly [string, RegExp])[];
}[] = [
	{ letters: /\p{sc=Hangul}/gu, languages: [["ko", /./u]] },
	{
		letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu,
		languages: [["ja", /./u]],
	},
	{ letters: /\p{sc=Han}/gu, languages: [["zh", /./u]] },
	{
		letters: /\p{sc=Cyrillic}/gu,
		languages: [
			["uk", /[іїєґ]/iu],
			["ru", /[ыэё]/iu],
			["sr", /[ђјљњћџ]/iu],
			["bg", /./u],
		],
	},
	{
		letters: /\p{sc=Arabic}/gu,
		languages: [
			["ur", /[ٹڈڑںے]/u],
			["fa", /[پچژگ]/u],
			["ar", /./u],
		],
	},
	{ letters: /\p{sc=Greek}/gu, languages: [["el", /./u]] },
	{ letters: /\p{sc=Hebrew}/gu, languages: [["he", /./u]] },
	{ letters: /\p{sc=Devanagari}/gu, languages: [["hi", /./u]] },
	{ letters: /\p{sc=Bengali}/gu, languages: [["bn", /./u]] },
	{ letters: /\p{sc=Tamil}/gu, languages: [["ta", /./u]] },
	{ letters: /\p{sc=Thai}/gu, languages: [["th", /./u]] },
	{ letters: /\p{sc=Georgian}/gu, languages: [["ka", /./u]] },
	{ letters: /\p{sc=Armenian}/gu, languages: [["hy", /./u]] },
];

const LETTER = /\p{L}/gu;
/** A character of these says as much as about three Latin letters. */
const DENSE = new Set(["ja", "zh", "ko"]);
const LETTERS_PER_DENSE = 3;
/** Where two scripts share a text more evenly (a text beside its translation), no language's figures hold for it. */
const LEAST_SHARE = 0.65;
/** Japanese is nearly half kana; Chinese text quotes a name in kana at most. */
const KANA_SHARE = 0.25;

/** The tag of the language whose script makes up most of the text, `latn` for Latin and the rest; `und` for two in one. */
export function scriptLanguage(text: string): string {
	const counts = SCRIPTS.map(({ letters }) => text.match(letters)?.length ?? 0);
	const [, kana = 0, han = 0] = counts;
	if (kana > 0 && kana < KANA_SHARE * (kana + han)) counts[1] = 0;
	else if (kana > 0) {
		counts[1] = kana + han;
		counts[2] = 0;
	}
	const other = counts.reduce((sum, count) => sum + count, 0);
	const most = counts.indexOf(Math.max(...counts));
	const script = SCRIPTS[most];
	const rest = (text.match(LETTER)?.length ?? 0) - other;
	const language = script?.languages.find(([, mark]) => mark.test(text))?.[0];
	if (language === undefined) return "latn";
	const weight = DENSE.has(language) ? LETTERS_PER_DENSE : 1;
	const own = (counts[most] ?? 0) * weight;
	if (own <= (1 - LEAST_SHARE) * (own + rest)) return "latn";
	return own >= LEAST_SHARE * (own + rest) ? language : "und";
}
