import type { Verdict } from "../scoring/verdict.ts";
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
	readonly facts: readonly { readonly name: string; readonly value: string }[];
	readonly rate: string | undefined;
	readonly reasons: readonly string[];
	readonly hint: string | undefined;
}

/** Words a verdict for the card. */
export function cardText(verdict: Verdict, sensitivity: Sensitivity): CardText {
	const words = message(
		`card_words_${pluralOf(verdict.words)}`,
		countText(verdict.words),
	);
	const length = { name: message("card_length"), value: words };
	const sentence = sentenceForVerdict(verdict, sensitivity);
	if (verdict.kind !== "scored") {
		return {
			verdict: sentence,
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
