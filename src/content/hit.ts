import type { MarkedArea } from "../shared/marked-area.ts";
import type { Passage } from "./passages.ts";
import { offsetAt } from "./reading/text-map.ts";

/** A caret lies between two characters; the pointer may be this many pixels off either and still be on the text. */
const SLOP_PX = 3;

export interface HitEnvironment {
	/** Text node and offset nearest to a point of the viewport, inside open shadow trees too. */
	readonly caretAt: (
		x: number,
		y: number,
	) => { node: Node; offset: number } | undefined;
	readonly marked: () => readonly Passage[];
	/** What of a passage is marked. */
	readonly areaOf: (passage: Passage) => MarkedArea | undefined;
}

/** A mark under the pointer. */
export interface Hit {
	readonly passage: Passage;
	readonly node: Text;
	readonly offset: number;
}

function isNear(rect: DOMRect, x: number, y: number): boolean {
	return (
		x >= rect.left - SLOP_PX &&
		x <= rect.right + SLOP_PX &&
		y >= rect.top - SLOP_PX &&
		y <= rect.bottom + SLOP_PX
	);
}

/** The characters on both sides of a place: what the pointer must be on. */
export function rangeAround({
	node,
	offset,
}: Pick<Hit, "node" | "offset">): Range {
	const range = node.ownerDocument.createRange();
	range.setStart(node, Math.max(0, offset - 1));
	range.setEnd(node, Math.min(node.data.length, offset + 1));
	return range;
}

/** The passage whose marked text lies at a point. Reads layout once: call it when the pointer rests, not as it moves. */
export function hitAt(
	{ caretAt, marked, areaOf }: HitEnvironment,
	x: number,
	y: number,
): Hit | undefined {
	const caret = caretAt(x, y);
	if (caret === undefined || caret.node.nodeType !== caret.node.TEXT_NODE)
		return undefined;
	const node = caret.node as Text;
	const { offset } = caret;
	const passage = marked().find((it) => {
		const at = offsetAt(it.map, node, offset);
		const area = areaOf(it);
		return (
			at !== undefined && area !== undefined && at >= area.from && at <= area.to
		);
	});
	if (passage === undefined) return undefined;
	// The caret nearest to a point in the margin is the end of the line: the point must be on the letters.
	const rects = [...rangeAround({ node, offset }).getClientRects()];
	return rects.some((rect) => isNear(rect, x, y))
		? { passage, node, offset }
		: undefined;
}
