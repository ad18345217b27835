import type { CardText } from "./card-text.ts";
import { cardView } from "./card-view.ts";
import { openHost } from "./own-host.ts";
import { placeCard, type Spot } from "./place-card.ts";

export interface CardEnvironment {
	readonly document: Document;
	/** Styles the tree that a card is shown in. */
	readonly style: (tree: ShadowRoot) => void;
}

export interface Card {
	/** Shows a card beside what `spot` gives, now and after scrolling; it goes when that is shown no more. */
	readonly open: (
		text: CardText,
		spot: () => Spot | undefined,
		options: { focus: boolean },
	) => void;
	readonly close: () => void;
	readonly isOpen: () => boolean;
}

/**
 * Shows one card at a time. While it is open, one element is appended to the document element: with a closed shadow
 * root and in the browser's top layer, so it can neither be styled nor covered by the page. It is removed on closing:
 * with no card open the page's nodes are those the page made.
 */
export function createCard(
	{ document, style }: CardEnvironment,
	signal: AbortSignal,
): Card {
	let shown:
		| { host: HTMLElement; life: AbortController; before: Element | null }
		| undefined;

	const close = (): void => {
		const was = shown;
		shown = undefined;
		if (was === undefined) return;
		was.life.abort();
		const hadFocus = document.activeElement === was.host;
		was.host.remove();
		if (hadFocus && was.before instanceof HTMLElement)
			was.before.focus({ preventScroll: true });
	};
	signal.addEventListener("abort", close, { once: true });

	const createHost = (view: HTMLElement): HTMLElement => {
		const host = openHost(document, "telltale-card", {
			view,
			style,
		});
		if ("showPopover" in host) {
			host.popover = "manual";
			host.showPopover();
		}
		return host;
	};

	return {
		open: (text, spot, { focus }) => {
			close();
			if (signal.aborted || spot() === undefined) return;
			const view = cardView(text, close);
			const life = new AbortController();
			const place = (): void => {
				const now = spot();
				const window = document.defaultView;
				if (now === undefined || window === null) {
					close();
					return;
				}
				const size = { width: window.innerWidth, height: window.innerHeight };
				const { left, top } = placeCard({
					spot: now,
					card: view.getBoundingClientRect(),
					view: size,
				});
				view.style.left = `${left}px`;
				view.style.top = `${top}px`;
			};
			const before = document.activeElement;
			shown = { host: createHost(view), life, before };
			place();
			const options = { signal: life.signal, passive: true, capture: true };
			document.addEventListener("scroll", place, options);
			document.defaultView?.addEventListener("resize", place, options);
			document.addEventListener(
				"keydown",
				(event) => event.key === "Escape" && close(),
				options,
			);
			if (focus) view.focus({ preventScroll: true });
		},
		close,
		isOpen: () => shown !== undefined,
	};
}
