import type { HiddenCharacters } from "../verdict.ts";
import { edit, type MappedText } from "./mapped-text.ts";

const ZERO_WIDTH =
	/[\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]/u;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]/u;
/** Soft hyphens, variation selectors, tags, interlinear marks and control characters that are no white space. */
const OTHER =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufff9-\ufffb\u{e0000}-\u{e01ef}]|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]/u;
const ANY = new RegExp(
	`${ZERO_WIDTH.source}|${DIRECTION.source}|${OTHER.source}`,
	"gu",
);

/** Uses that honest pages are full of: they are removed too, but are no evidence of hiding. */
const ORDINARY = new RegExp(
	[
		"^\\ufeff",
		"(?<=\\p{L})\\u00ad(?=\\p{L})",
		"(?<=\\p{Emoji})\\ufe0e",
		"(?<=\\p{Emoji})\\ufe0f",
		"(?<=[\\p{Extended_Pictographic}\\u{1f3fb}-\\u{1f3ff}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})",
		"(?<=[\\p{sc=Arab}\\p{sc=Beng}\\p{sc=Deva}\\p{sc=Mlym}\\p{sc=Sinh}\\p{M}])[\\u200c\\u200d]",
		"(?<=\\u{1f3f4})[\\u{e0020}-\\u{e007f}]+",
	].join("|"),
	"gu",
);
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;

/** `HiddenCharacters` while they are being counted. */
export type HiddenCounts = { -readonly [K in keyof HiddenCharacters]: number };

/** Removes characters that a reader does not see and counts, in `counts`, those no honest page needs. */
export function removeHidden(
	source: MappedText,
	counts: HiddenCounts,
): MappedText {
	const directionCounts = !RIGHT_TO_LEFT.test(source.text);
	return edit(
		edit(source, ORDINARY, () => ""),
		ANY,
		(match) => {
			if (ZERO_WIDTH.test(match)) counts.zeroWidth++;
			else if (!DIRECTION.test(match)) counts.other++;
			else if (directionCounts) counts.direction++;
			return "";
		},
	);
}
