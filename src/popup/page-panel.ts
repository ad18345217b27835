import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import { find, setText } from "../shared/ui/dom.ts";
import { message } from "../shared/ui/i18n.ts";
import { countText } from "../shared/ui/numbers.ts";
import { type PageState, pageView } from "./page-view.ts";
import type { ThisTab } from "./this-tab.ts";
import { watchPage } from "./watch-page.ts";

const BUTTONS = { check: "popup_check", stop: "popup_stop" } as const;

export interface PagePanelParts {
	readonly send: Send;
	readonly tab: ThisTab | undefined;
	readonly signal: AbortSignal;
}

/** "This page": its state, check or stop, and the way from mark to mark. */
export function startPagePanel(
	panel: HTMLElement,
	{ send, tab, signal }: PagePanelParts,
): void {
	const said = find(panel, "#page-said", HTMLElement);
	const turn = find(panel, "#turn-said", HTMLElement);
	const unmarked = find(panel, "#unmarked-said", HTMLElement);
	const share = find(panel, "#share-said", HTMLElement);
	const shareNote = find(panel, "#share-note", HTMLElement);
	const disclosure = find(panel, "#disclosure-said", HTMLElement);
	const bar = find(panel, "progress", HTMLProgressElement);
	const button = find(panel, "#turn", HTMLButtonElement);
	const marks = find(panel, "#marks", HTMLElement);
	const place = find(panel, "#place", HTMLElement);

	const show = (state: PageState) => {
		const view = pageView(state);
		setText(said, view.sentence);
		for (const [line, text] of [
			[turn, view.turn],
			[unmarked, view.unmarked],
			[share, view.share],
			[shareNote, view.shareNote],
			[disclosure, view.disclosure],
		] as const) {
			setText(line, text);
			line.hidden = text === "";
		}
		bar.hidden = view.progress === undefined;
		bar.max = view.progress?.max ?? 1;
		bar.value = view.progress?.value ?? 0;
		button.hidden = view.button === undefined;
		button.value = view.button ?? "";
		button.classList.toggle("main", view.button === "check");
		if (view.button !== undefined) {
			setText(button, message(BUTTONS[view.button]));
		}
		marks.hidden = !view.marks;
	};
	if (tab === undefined || tab.page.kind === "closed") {
		show({ kind: tab === undefined ? "none" : "closed" });
		return;
	}
	const page = watchPage({ send, tab, show, signal });
	button.addEventListener(
		"click",
		() => void guard("turn page", () => page.turn(button.value === "check")),
		{ signal },
	);
	const go = async (to: "next" | "previous") => {
		const { index, of } = await page.go(to);
		setText(place, of === 0 ? "" : placeText(index, of));
	};
	for (const to of ["previous", "next"] as const) {
		find(panel, `#${to}`, HTMLButtonElement).addEventListener(
			"click",
			() => void guard(to, () => go(to)),
			{ signal },
		);
	}
	void guard("page state", page.keepLooking);
}

const placeText = (index: number, of: number): string =>
	message("popup_place", countText(index + 1), countText(of));
