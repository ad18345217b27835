/** Pixels between the card and the text it speaks of. */
const GAP_PX = 8;
/** Pixels kept free to the edges of the window. */
const MARGIN_PX = 8;

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Left and top (viewport pixels) of a card below its anchor, above it where there is no room, always inside the window. */
export function placeCard({
	anchor,
	card,
	view,
}: {
	anchor: Box;
	card: Size;
	view: Size;
}): { left: number; top: number } {
	const below = anchor.top + anchor.height + GAP_PX;
	const above = anchor.top - GAP_PX - card.height;
	const fitsBelow = below + card.height + MARGIN_PX <= view.height;
	const top = fitsBelow || above < MARGIN_PX ? below : above;
	const within = (at: number, size: number, room: number): number =>
		Math.max(MARGIN_PX, Math.min(at, room - size - MARGIN_PX));
	return {
		left: within(anchor.left, card.width, view.width),
		top: within(top, card.height, view.height),
	};
}
