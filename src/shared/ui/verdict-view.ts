import type { Reason, Scored, Span, Verdict } from "../../scoring/verdict.ts";
import { markedArea } from "../marked-area.ts";
import type { Sensitivity } from "../settings.ts";
import { backingOf } from "./backing.ts";
import { make } from "./dom.ts";
import { message, pluralOf } from "./i18n.ts";
import { countText, probabilityText } from "./numbers.ts";
import { shadedText } from "./shaded-text.ts";
import { sentenceForHidden, sentenceForReason } from "./wording.ts";

const MOST_REASONS = 4;

/** All that is known of a verdict beyond its sentence: numbers, reasons, the text with shaded sentences. */
export function verdictDetails(
	text: string,
	verdict: Verdict,
	sensitivity: Sensitivity,
): Node[] {
	const parts: Node[] = [];
	if (verdict.kind === "scored")
		parts.push(...scoredDetails(text, verdict, sensitivity));
	const hidden = sentenceForHidden(verdict.hidden);
	if (hidden !== undefined) parts.push(make("p", { class: "note" }, hidden));
	return parts;
}

function scoredDetails(
	text: string,
	verdict: Scored,
	sensitivity: Sensitivity,
): Node[] {
	const { probability, rate, reasons } = backingOf(
		verdict,
		sensitivity,
		MOST_REASONS,
	);
	return [
		...(probability === undefined ? [] : [scale(probability)]),
		make(
			"dl",
			{ class: "facts" },
			...(probability === undefined
				? []
				: fact("check_probability", probabilityText(probability))),
			...fact(
				"check_length",
				message(
					`check_words_${pluralOf(verdict.words)}`,
					countText(verdict.words),
				),
			),
		),
		make("p", {}, rate),
		...reasonList(reasons),
		...copy(text, markedArea(verdict, text.length, sensitivity)?.spans ?? []),
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

/** Sentences are pointed at only where they would be marked on a page: `unclear` accuses no one. */
function copy(text: string, spans: readonly Span[]): Node[] {
	if (spans.length === 0) return [];
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
