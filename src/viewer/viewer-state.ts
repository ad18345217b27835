import { message, pluralOf } from "../shared/ui/i18n.ts";
import { countText, shareText } from "../shared/ui/numbers.ts";
import type { Trouble } from "./trouble.ts";

/** What the page is doing. */
export type ViewerState =
	| { readonly kind: "empty" }
	| { readonly kind: "offered"; readonly name: string }
	| { readonly kind: "reading"; readonly name: string; readonly share: number }
	| {
			readonly kind: "shown";
			readonly name: string;
			readonly paragraphs: number;
			readonly cut: boolean;
	  }
	| {
			readonly kind: "failed";
			readonly name: string;
			readonly trouble: Trouble;
	  };

const TROUBLE_KEYS = {
	empty: "viewer_empty_file",
	"too-large": "viewer_too_large",
	encrypted: "viewer_encrypted",
	"no-text": "viewer_no_text",
	damaged: "viewer_damaged",
	"unknown-kind": "viewer_unknown_kind",
	"site-refused": "viewer_site_refused",
	"files-refused": "viewer_files_refused",
	"not-fetched": "viewer_not_fetched",
} as const satisfies Record<Trouble, string>;

/** The state in words; empty where there is nothing to say. */
export function sentenceFor(state: ViewerState): string {
	switch (state.kind) {
		case "empty":
			return "";
		case "offered":
			return message("viewer_offered", state.name);
		case "reading":
			return message("viewer_reading", state.name, shareText(state.share));
		case "shown": {
			const { name, paragraphs, cut } = state;
			const shown = message(
				`viewer_shown_${pluralOf(paragraphs)}`,
				name,
				countText(paragraphs),
			);
			return cut ? `${shown} ${message("viewer_cut")}` : shown;
		}
		case "failed":
			return message(TROUBLE_KEYS[state.trouble], state.name);
	}
}
