import type { MachineShare } from "../scoring/page-rule.ts";
import type {
	Disclosure,
	Failure,
	PageStatus,
	Turn,
	Unmarked,
} from "../shared/messages.ts";
import { message, pluralOf } from "../shared/ui/i18n.ts";
import { countText, shareText } from "../shared/ui/numbers.ts";
import { sentenceForFailure } from "../shared/ui/wording.ts";

/** What is known of the page under the popup. */
export type PageState =
	| { readonly kind: "none" | "closed" | "starting" }
	/** Nothing of ours runs there; `file`: a local file, which needs the browser's own switch. */
	| { readonly kind: "untouched"; readonly file: boolean }
	| {
			readonly kind: "known";
			readonly status: PageStatus;
			/** Known when all is judged. */
			readonly share?: MachineShare | undefined;
			/** Only frames inside the page are checked, not the page itself. */
			readonly partly?: boolean;
	  }
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
	/** How the passages that are not marked read; empty before there are any. */
	readonly unmarked: string;
	/** How much of the page is machine-like, and how that is counted; both empty where nothing is. */
	readonly share: string;
	readonly shareNote: string;
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
	unmarked: "",
	share: "",
	shareNote: "",
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
			return viewOfStatus(state);
	}
}

type Known = Extract<PageState, { kind: "known" }>;

function viewOfStatus({ status, share, partly = false }: Known): PageView {
	const { passages, judged, marked, state } = status;
	const button = partly ? "check" : "stop";
	const common = {
		marks: marked > 0,
		unmarked: judged === 0 ? "" : unmarkedSentence(status.unmarked),
		disclosure: disclosureSentence(status.disclosures),
	};
	switch (state) {
		case "off":
			return plain(message("popup_not_checked"), "check");
		case "failed":
			return {
				...plain(sentenceForFailure(status.failure ?? "unknown"), "check"),
				...common,
			};
		case "checking":
			return {
				...plain(
					message(
						`popup_checking_${pluralOf(passages)}`,
						countText(judged),
						countText(passages),
						countText(marked),
					),
					button,
				),
				...common,
				progress: { value: judged, max: Math.max(passages, 1) },
			};
		case "done":
			return {
				...plain(doneSentence(status), button),
				...common,
				...shareSentences(share, marked - (status.inPart ?? 0)),
				turn: turnSentence(status.turn),
			};
	}
}

function unmarkedSentence(unmarked: Unmarked | undefined): string {
	if (unmarked === undefined) return "";
	const { unclear, humanLike, unscored } = unmarked;
	if (unclear + humanLike + unscored === 0) return "";
	const counts = [unclear, humanLike, unscored].map(countText);
	return message("popup_unmarked", ...counts);
}

/** Without a passage marked as a whole there is no share to speak of; with some there may still be none that can be backed. */
function shareSentences(
	{ share, discoveries }: MachineShare = { share: 0, discoveries: 0 },
	markedWhole: number,
): Pick<PageView, "share" | "shareNote"> {
	if (markedWhole === 0) return { share: "", shareNote: "" };
	if (discoveries > 0)
		return {
			share: message("popup_share", shareText(share)),
			shareNote: message("popup_share_note"),
		};
	return { share: "", shareNote: message("popup_share_none") };
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

function doneSentence(status: PageStatus): string {
	const { passages, marked, inPart = 0, failure } = status;
	return [
		countsSentence(passages, marked),
		...(inPart === 0 ? [] : [message("popup_in_part", countText(inPart))]),
		...(failure === undefined
			? []
			: [message("popup_part_failed", sentenceForFailure(failure))]),
	].join(" ");
}

function countsSentence(passages: number, marked: number): string {
	if (passages === 0) return message("popup_nothing");
	const counts = [countText(passages), countText(marked)];
	return marked === 0
		? message(`popup_none_marked_${pluralOf(passages)}`, ...counts.slice(0, 1))
		: message(`popup_marked_${pluralOf(passages)}`, ...counts);
}
