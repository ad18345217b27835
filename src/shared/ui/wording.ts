import { bandAt, markAt } from "../../scoring/band.ts";
import type {
	HiddenCharacters,
	Reason,
	Scored,
	Verdict,
} from "../../scoring/verdict.ts";
import type { Failure } from "../messages.ts";
import type { Sensitivity } from "../settings.ts";
import { interfaceLanguage, message, pluralOf } from "./i18n.ts";
import { countText, shareText } from "./numbers.ts";

/** One sentence or two on what a verdict means for its reader. `unclear` never accuses. */
export function sentenceForVerdict(
	verdict: Verdict,
	sensitivity: Sensitivity,
): string {
	switch (verdict.kind) {
		case "scored":
			return sentenceForScored(verdict, sensitivity);
		case "too-short":
			return message(
				`verdict_too_short_${pluralOf(verdict.words)}`,
				countText(verdict.words),
			);
		case "not-prose":
			return message(`verdict_not_prose_${verdict.form}`);
		case "unsupported-language":
			return sentenceForLanguage(verdict.language);
		case "well-known-text":
			return message("verdict_well_known");
	}
}

function sentenceForScored(verdict: Scored, sensitivity: Sensitivity): string {
	if (markAt(verdict, sensitivity) === "part") return message("verdict_part");
	switch (bandAt(verdict, sensitivity)) {
		case "machine-like":
			return message("verdict_marked");
		case "unclear":
			return sentenceForUnclear(verdict);
		case "human-like":
			return message("verdict_human");
	}
}

/** Above this probability “no clear sign” would be untrue; no word accuses all the same. */
const TELLING_PROBABILITY = 0.7;

function sentenceForUnclear({ band, capped, probability }: Scored): string {
	if (band === "machine-like") return message("verdict_leaning");
	if (probability < TELLING_PROBABILITY) return message("verdict_unclear");
	return capped
		? message("verdict_unclear_short")
		: message("verdict_unclear_signs");
}

function sentenceForLanguage(tag: string): string {
	const name = nameOfLanguage(tag);
	return name === undefined
		? message("verdict_language_unknown")
		: message("verdict_language", name);
}

function nameOfLanguage(tag: string): string | undefined {
	try {
		return new Intl.DisplayNames(interfaceLanguage(), {
			type: "language",
			fallback: "none",
		}).of(tag);
	} catch {
		return undefined; // not a well-formed tag
	}
}

const MOST_EXAMPLES = 3;
/** A smaller share of human passages compares to nothing worth saying. */
const TELLING_SHARE = 0.5;

/** What one part of the score saw, and how that compares with human passages where it tells something. */
export function sentenceForReason(reason: Reason): string {
	const { direction, percentile, part } = reason;
	const share = direction === "machine" ? percentile : 1 - percentile;
	const seen = whatWasSeen(reason);
	return part === "length" || share < TELLING_SHARE
		? seen
		: message(`reason_more_${direction}`, seen, shareText(share));
}

function whatWasSeen({ direction, part, examples }: Reason): string {
	switch (part) {
		case "evidence":
			return message(`reason_evidence_${direction}`);
		case "log-probability":
			return message(`reason_predictability_${direction}`);
		case "length":
			return message(`reason_length_${direction}`);
		case "lexical":
			return examples.length === 0
				? message(`reason_lexical_${direction}`)
				: message(
						`reason_lexical_${direction}_examples`,
						quotedList(examples.slice(0, MOST_EXAMPLES)),
					);
	}
}

const quotedList = (examples: readonly string[]): string =>
	list(examples.map((words) => message("reason_quote", words)));

const list = (parts: readonly string[]): string =>
	new Intl.ListFormat(interfaceLanguage(), { type: "conjunction" }).format(
		parts,
	);

const FAILURE_KEYS = {
	"model-missing": "error_model_missing",
	"model-damaged": "error_model_damaged",
	"out-of-memory": "error_out_of_memory",
	"no-webassembly": "error_no_webassembly",
	"engine-stopped": "error_engine_stopped",
	"bad-request": "error_bad_request",
	"no-permission": "error_no_permission",
	unknown: "error_unknown",
} as const satisfies Record<Failure, string>;

/** What happened, and what to do next. */
export const sentenceForFailure = (failure: Failure): string =>
	message(FAILURE_KEYS[failure]);

const HIDDEN_KEYS = {
	zeroWidth: "zero_width",
	direction: "direction",
	lookAlike: "look_alike",
	other: "unusual",
} as const satisfies Record<keyof HiddenCharacters, string>;

/** What a reader cannot see in the text, apart from the estimate; `undefined` when there is nothing. */
export function sentenceForHidden(
	hidden: HiddenCharacters,
): string | undefined {
	const found: string[] = [];
	for (const [kind, key] of entriesOf(HIDDEN_KEYS)) {
		const count = hidden[kind];
		if (count > 0) {
			found.push(
				message(`verdict_hidden_${key}_${pluralOf(count)}`, countText(count)),
			);
		}
	}
	return found.length === 0
		? undefined
		: message("verdict_hidden", list(found));
}

const entriesOf = <K extends string, V>(table: Record<K, V>): [K, V][] =>
	Object.entries(table) as [K, V][];
