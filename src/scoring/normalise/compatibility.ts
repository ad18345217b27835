import { edit, type MappedText } from "./mapped-text.ts";

/** Single characters with one plain form, chosen before NFKC, which would turn some into spaces. */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
	[
		[
			"'",
			"\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c\ua78b\ua78c\uff07",
		],
		[
			'"',
			"\u00ab\u00bb\u02ba\u201c\u201d\u201e\u201f\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02",
		],
		["-", "\u2010\u2011\u2012\u2043\u2212\ufe63\uff0d"],
		["\u2013", "\ufe32"],
		["\u2014", "\u2015\u2e3a\u2e3b\ufe31\ufe58"],
	].flatMap(([plain, variants]) =>
		[...(variants ?? "")].map((variant) => [variant, plain ?? ""]),
	),
);
const VARIANT = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/** More marks than any language stacks on one letter; the rest is dropped before NFKC sorts them. */
const TALL_STACK = /(?<=\p{M}{32})\p{M}+/gu;
/** Hangul letters compose with each other, marks with what precedes them; both are normalised together. */
const CLUSTER =
	/[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff\uffa1-\uffdc\uac00-\ud7a3][\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uffa1-\uffdc\p{M}]*|[\s\S][\p{M}\uff9e\uff9f]+|[^\0-\x7f\u3001\u3002\u4e00-\u9fff]/gu;
/** Diacritics that were left over after composition. */
const LEFT_OVER =
	/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const MATHEMATICAL_LETTER = /[\u{1d400}-\u{1d7cb}]/u;
/** Two left-over marks on one letter occur in phonetics and African languages; more is decoration. */
const ORDINARY_LEFT_OVER = 2;

/** Latin letters with marks typed apart. */
const DECORATED = /\p{sc=Latin}[\u0300-\u036f]+/gu;
const LATIN = /\p{sc=Latin}/gu;
/** No language puts marks on more letters than this; below the count it may be one name. */
const DECORATED_SHARE = 1 / 3;
const FEWEST_DECORATED = 20;

function isDecorated(text: string): boolean {
	const decorated = text.match(DECORATED)?.length ?? 0;
	if (decorated < FEWEST_DECORATED) return false;
	return decorated > DECORATED_SHARE * (text.match(LATIN)?.length ?? 0);
}

/**
 * NFKC with plain quotes and dashes, without lone surrogates and stacks of diacritics.
 * `counts.lookAlike` takes mathematical letters, `counts.other` the stacked diacritics.
 */
export function toCompatible(
	source: MappedText,
	counts: { lookAlike: number; other: number },
): MappedText {
	const whole = edit(source, LONE_SURROGATE, () => "\ufffd");
	const plain = edit(whole, VARIANT, (match) => PLAIN[match] ?? match);
	const low = edit(plain, TALL_STACK, (match) => {
		counts.other += match.length;
		return "";
	});
	const clean = isDecorated(low.text)
		? edit(low, DECORATED, (match) => {
				counts.other += match.length - 1;
				return [...match][0] ?? "";
			})
		: low;
	return edit(clean, CLUSTER, (match) => {
		if (MATHEMATICAL_LETTER.test(match)) counts.lookAlike++;
		const composed = match.normalize("NFKC");
		const bare = composed.replace(LEFT_OVER, "");
		const leftOver = composed.length - bare.length;
		if (leftOver > ORDINARY_LEFT_OVER) counts.other += leftOver;
		return bare;
	});
}
