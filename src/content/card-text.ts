import type { Verdict } from "../scoring/verdict.ts";
import { markedArea } from "../shared/marked-area.ts";
import type { Sensitivity } from "../shared/settings.ts";
import { backingOf } from "../shared/ui/backing.ts";
import { message, pluralOf } from "../shared/ui/i18n.ts";
import { countText, probabilityText } from "../shared/ui/numbers.ts";
import { sentenceForReason, sentenceForVerdict } from "../shared/ui/wording.ts";

/** Reasons shown: the strongest two; the rest is in the popup. */
const MOST_REASONS = 2;

/** All that the card says, in order, as plain text. */
export interface CardText {
	readonly verdict: string;
	/** Where the part begins that alone is meant, when no mark shows it. */
	readonly part: string | undefined;
	readonly facts: readonly { readonly name: string; readonly value: string }[];
	readonly rate: string | undefined;
	readonly reasons: readonly string[];
	readonly hint: string | undefined;
}

/** Enough words to find the place by. */
const QUOTED_WORDS = 8;

function beginningOfPart(
	verdict: Verdict,
	sensitivity: Sensitivity,
	text: string | undefined,
): string | undefined {
	if (text === undefined) return undefined;
	const area = markedArea(verdict, text.length, sensitivity);
	if (area?.mark !== "part") return undefined;
	const words = text.slice(area.from, area.to).trim().split(/\s+/);
	return message("card_part_begins", words.slice(0, QUOTED_WORDS).join(" "));
}

/**
 * Words a verdict for the card.
 *
 * @param unmarked the judged text, where nothing on the page shows which part is meant
 */
export function cardText(
	verdict: Verdict,
	sensitivity: Sensitivity,
	unmarked?: string,
): CardText {
	const words = message(
		`card_words_${pluralOf(verdict.words)}`,
		countText(verdict.words),
	);
	const length = { name: message("card_length"), value: words };
	const sentence = sentenceForVerdict(verdict, sensitivity);
	if (verdict.kind !== "scored") {
		return {
			verdict: sentence,
			part: undefined,
			facts: [length],
			rate: undefined,
			reasons: [],
			hint: undefined,
		};
	}
	const { probability, rate, reasons } = backingOf(
		verdict,
		sensitivity,
		MOST_REASONS,
	);
	return {
		verdict: sentence,
		part: beginningOfPart(verdict, sensitivity, unmarked),
		facts: [
			...(probability === undefined
				? []
				: [
						{
							name: message("card_probability"),
							value: probabilityText(probability),
						},
					]),
			length,
		],
		rate,
		reasons: reasons.map(sentenceForReason),
		hint: message("card_hint"),
	};
}
