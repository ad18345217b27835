import { make, setText } from "../shared/ui/dom.ts";
import { interfaceLanguage, message, pluralOf } from "../shared/ui/i18n.ts";
import { countText, shareText } from "../shared/ui/numbers.ts";
import { openHost } from "./own-host.ts";
import { wait } from "./wait.ts";

/** Words left to judge that take two slow cores about ten seconds: what is shorter is done before a note is read. */
const LONG_WORDS = 3_000;
/** Nothing shows before this: on a quick machine, and after a change of route, most pages are done by then. */
const CALM_MS = 2_000;
/** How long the note stays when all is done: long enough to read one line. */
const STAY_MS = 5_000;
/** A live region is heard only when its text comes after itself. */
const SPEAK_AFTER_MS = 100;

/** How far the page is judged. */
export interface Advance {
	readonly state: "off" | "checking" | "done" | "failed";
	/** Words of all passages, and of those not judged yet. */
	readonly words: number;
	readonly left: number;
	readonly marked: number;
}

export interface ProgressNoteEnvironment {
	readonly document: Document;
	/** Styles the tree that a note is shown in. */
	readonly style: (tree: ShadowRoot) => void;
	readonly now: () => number;
}

export interface ProgressNote {
	readonly update: (advance: Advance) => void;
	/** The page went to another address: a note that was closed may come again. */
	readonly forget: () => void;
}

interface Shown {
	readonly host: HTMLElement;
	readonly said: HTMLElement;
	readonly bar: HTMLProgressElement;
	readonly share: HTMLElement;
	readonly life: AbortController;
	ending: boolean;
}

/**
 * A quiet line in the corner while a long page is being judged, in one element of ours that goes when all is done or
 * the signal aborts. Screen readers hear of the beginning and the end, not of each step.
 */
export function createProgressNote(
	{ document, style, now }: ProgressNoteEnvironment,
	signal: AbortSignal,
): ProgressNote {
	let shown: Shown | undefined;
	let closed = false;
	/** Since when there is much to do. */
	let since: number | undefined;

	const remove = (): void => {
		shown?.life.abort();
		shown?.host.remove();
		shown = undefined;
	};
	signal.addEventListener("abort", remove, { once: true });

	const show = (): Shown => {
		const said = make("p", { role: "status", "aria-live": "polite" });
		const bar = make("progress", {
			max: "1",
			"aria-label": message("progress_label"),
		});
		const share = make("span", { "aria-hidden": "true" });
		const close = make(
			"button",
			{ type: "button", "aria-label": message("card_close") },
			"✕",
		);
		close.addEventListener("click", () => {
			closed = true;
			remove();
		});
		const view = make(
			"section",
			{
				class: "note",
				lang: interfaceLanguage(),
				"aria-label": message("progress_name"),
			},
			said,
			close,
			bar,
			share,
		);
		const host = openHost(document, "telltale-progress", { view, style });
		const life = new AbortController();
		void wait(SPEAK_AFTER_MS, life.signal).then(() => {
			if (!life.signal.aborted) setText(said, message("progress_checking"));
		});
		return { host, said, bar, share, life, ending: false };
	};
	const end = (note: Shown, marked: number): void => {
		if (note.ending) return;
		note.ending = true;
		note.bar.hidden = true;
		note.share.hidden = true;
		setText(
			note.said,
			message(`progress_done_${pluralOf(marked)}`, countText(marked)),
		);
		void wait(STAY_MS, note.life.signal).then(() => {
			if (shown === note && note.ending) remove();
		});
	};
	const move = (note: Shown, { words, left }: Advance): void => {
		if (note.ending) {
			// Only being read again.
			if (left === 0) return;
			note.ending = false;
			note.bar.hidden = false;
			note.share.hidden = false;
			setText(note.said, message("progress_checking"));
		}
		const share = words === 0 ? 0 : 1 - left / words;
		note.bar.value = share;
		setText(note.share, shareText(share));
	};
	const isLong = ({ state, left }: Advance): boolean => {
		if (state !== "checking" || left < LONG_WORDS) since = undefined;
		else since ??= now();
		return since !== undefined && now() - since >= CALM_MS;
	};
	return {
		update: (advance) => {
			if (signal.aborted) return;
			const long = isLong(advance);
			switch (advance.state) {
				case "checking":
					if (long && !closed) shown ??= show();
					if (shown !== undefined) move(shown, advance);
					break;
				case "done":
					if (shown !== undefined) end(shown, advance.marked);
					break;
				case "failed":
				case "off":
					remove();
					break;
			}
		},
		forget: () => {
			closed = false;
			since = undefined;
			remove();
		},
	};
}
