import type {
	Disclosure,
	Failure,
	PageStatus,
	Turn,
} from "../shared/messages.ts";
import { message, pluralOf } from "../shared/ui/i18n.ts";
import { countText } from "../shared/ui/numbers.ts";
import { sentenceForFailure } from "../shared/ui/wording.ts";

/** What is known of the page under the popup. */
export type PageState =
	| { readonly kind: "none" | "closed" | "starting" }
	/** Nothing of ours runs there; `file`: a local file, which needs the browser's own switch. */
	| { readonly kind: "untouched"; readonly file: boolean }
	| { readonly kind: "known"; readonly status: PageStatus }
	| { readonly kind: "failed"; readonly failure: Failure };

/** How the panel looks in one state. */
export interface PageView {
	readonly sentence: string;
	readonly button: "check" | "stop" | undefined;
	readonly progress:
		| { readonly value: number; readonly max: number }
		| undefined;
	/** Whether there are marks to go to. */
	readonly marks: boolean;
	/** Where the writing changes, in words; empty when it does not. */
	readonly turn: string;
	/** What the page says of itself, in words; empty when it says nothing. */
	readonly disclosure: string;
}

const plain = (sentence: string, button?: "check" | "stop"): PageView => ({
	sentence,
	button,
	progress: undefined,
	marks: false,
	turn: "",
	disclosure: "",
});

export function pageView(state: PageState): PageView {
	switch (state.kind) {
		case "none":
			return plain(message("popup_no_page"));
		case "closed":
			return plain(message("popup_closed_page"));
		case "starting":
			return plain(message("popup_starting"), "stop");
		case "untouched":
			return plain(
				message(state.file ? "popup_file" : "popup_not_checked"),
				"check",
			);
		case "failed":
			return plain(
				state.failure === "no-permission"
					? message("popup_no_permission")
					: sentenceForFailure(state.failure),
				"check",
			);
		case "known":
			return viewOfStatus(state.status);
	}
}

function viewOfStatus(status: PageStatus): PageView {
	const { passages, judged, marked } = status;
	switch (status.state) {
		case "off":
			return plain(message("popup_not_checked"), "check");
		case "failed":
			return plain(sentenceForFailure(status.failure ?? "unknown"), "check");
		case "checking":
			return {
				sentence: message(
					`popup_checking_${pluralOf(passages)}`,
					countText(judged),
					countText(passages),
					countText(marked),
				),
				button: "stop",
				progress: { value: judged, max: Math.max(passages, 1) },
				marks: marked > 0,
				turn: "",
				disclosure: disclosureSentence(status.disclosures),
			};
		case "done":
			return {
				...plain(doneSentence(passages, marked), "stop"),
				marks: marked > 0,
				turn: turnSentence(status.turn),
				disclosure: disclosureSentence(status.disclosures),
			};
	}
}

function disclosureSentence(disclosures: readonly Disclosure[] = []): string {
	const [first] = disclosures;
	if (first === undefined) return "";
	switch (first.kind) {
		case "source-type":
			return message("popup_disclosure_source", first.text);
		case "declared":
			return message("popup_disclosure_declared", first.text);
		case "generator":
			return message("popup_disclosure_generator", first.text);
		case "label":
			return message("popup_disclosure_label", first.text);
	}
}

function turnSentence(turn: Turn | undefined): string {
	if (turn === undefined) return "";
	const counts = [countText(turn.after), countText(turn.of)];
	return turn.to === "machine-like"
		? message("popup_turn_machine", ...counts)
		: message("popup_turn_human", ...counts);
}

function doneSentence(passages: number, marked: number): string {
	if (passages === 0) return message("popup_nothing");
	const counts = [countText(passages), countText(marked)];
	return marked === 0
		? message(`popup_none_marked_${pluralOf(passages)}`, ...counts.slice(0, 1))
		: message(`popup_marked_${pluralOf(passages)}`, ...counts);
}
