import type { Reason, Scored, Verdict } from "../../scoring/verdict.ts";
import { make } from "./dom.ts";
import { message, pluralOf } from "./i18n.ts";
import { countText, probabilityText } from "./numbers.ts";
import { shadedText } from "./shaded-text.ts";
import {
	sentenceForHidden,
	sentenceForPValue,
	sentenceForReason,
	tellingReasons,
} from "./wording.ts";

const MOST_REASONS = 4;

/** All that is known of a verdict beyond its sentence: numbers, reasons, the text with shaded sentences. */
export function verdictDetails(text: string, verdict: Verdict): Node[] {
	const parts: Node[] = [];
	if (verdict.kind === "scored") parts.push(...scoredDetails(text, verdict));
	const hidden = sentenceForHidden(verdict.hidden);
	if (hidden !== undefined) parts.push(make("p", { class: "note" }, hidden));
	return parts;
}

function scoredDetails(text: string, verdict: Scored): Node[] {
	return [
		scale(verdict.probability),
		make(
			"dl",
			{ class: "facts" },
			...fact("check_probability", probabilityText(verdict.probability)),
			...fact(
				"check_length",
				message(
					`check_words_${pluralOf(verdict.words)}`,
					countText(verdict.words),
				),
			),
		),
		make("p", {}, sentenceForPValue(verdict.pValue)),
		...reasonList(tellingReasons(verdict, MOST_REASONS)),
		...copy(text, verdict),
	];
}

const fact = (
	key: "check_probability" | "check_length",
	value: string,
): Node[] => [make("dt", {}, message(key)), make("dd", {}, value)];

/** A picture of the probability; the same number stands beside it in words. */
function scale(probability: number): HTMLElement {
	const dot = make("span", { class: "dot" });
	dot.style.setProperty("--at", String(probability));
	return make(
		"div",
		{ class: "scale", "aria-hidden": "true" },
		make("span", {}, message("check_human")),
		make("span", { class: "line" }, dot),
		make("span", {}, message("check_machine")),
	);
}

function reasonList(reasons: readonly Reason[]): Node[] {
	if (reasons.length === 0) return [];
	return [
		make("h3", {}, message("check_why")),
		make(
			"ul",
			{ class: "reasons" },
			...reasons.map((reason) =>
				make(
					"li",
					{ "data-direction": reason.direction },
					sentenceForReason(reason),
				),
			),
		),
	];
}

/** Sentences are pointed at only where the whole reads machine-like: `unclear` accuses no one. */
function copy(text: string, { band, spans }: Scored): Node[] {
	if (band !== "machine-like" || spans.length === 0) return [];
	const title = message("check_where");
	return [
		make("h3", {}, title),
		make("p", { class: "note" }, message("check_where_note")),
		make(
			"div",
			// Reachable by keyboard, since a long text scrolls in it.
			{ class: "copy", tabindex: "0", role: "region", "aria-label": title },
			shadedText(text, spans),
		),
	];
}
