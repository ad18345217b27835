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
/** What a card speaks of. */
export interface Spot {
	/** The line that was pointed at. */
	readonly line: Box;
	/** All of the text: a reader told that it reads machine-like wants to read it. */
	readonly text: Box;
}
interface Place {
	readonly left: number;
	readonly top: number;
}

/** The smallest box around all of them; undefined where there is none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
	const shown = boxes.filter(({ width, height }) => width > 0 || height > 0);
	if (shown.length === 0) return undefined;
	const left = Math.min(...shown.map((box) => box.left));
	const top = Math.min(...shown.map((box) => box.top));
	const right = Math.max(...shown.map((box) => box.left + box.width));
	const bottom = Math.max(...shown.map((box) => box.top + box.height));
	return { left, top, width: right - left, height: bottom - top };
}

const clear = (box: Box, { left, top }: Place, { width, height }: Size) =>
	left + width <= box.left ||
	left >= box.left + box.width ||
	top + height <= box.top ||
	top >= box.top + box.height;

/**
 * Left and top (viewport pixels) of a card, always inside the window: below, above, right or left of the text, where
 * there is room. Else it lies on the text, but if it can not on the line that was pointed at.
 */
export function placeCard({
	spot: { line, text },
	card,
	view,
}: {
	spot: Spot;
	card: Size;
	view: Size;
}): Place {
	const within = (at: number, size: number, room: number): number =>
		Math.max(MARGIN_PX, Math.min(at, room - size - MARGIN_PX));
	const inside = ({ left, top }: Place): Place => ({
		left: within(left, card.width, view.width),
		top: within(top, card.height, view.height),
	});
	const around = (box: Box) => ({
		below: inside({ left: line.left, top: box.top + box.height + GAP_PX }),
		above: inside({ left: line.left, top: box.top - GAP_PX - card.height }),
		right: inside({ left: box.left + box.width + GAP_PX, top: line.top }),
		left: inside({ left: box.left - GAP_PX - card.width, top: line.top }),
	});
	const { below, above, right, left } = around(text);
	const onText = around(line);
	return (
		[below, above, right, left].find((place) => clear(text, place, card)) ??
		[onText.below, onText.above].find((place) => clear(line, place, card)) ??
		onText.below
	);
}
