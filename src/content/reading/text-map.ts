/** A run of a passage's text that lies unbroken in one text node. */
export interface Piece {
	/** UTF-16 offset in the passage's text. */
	readonly at: number;
	readonly length: number;
	readonly node: Text;
	/** UTF-16 offset in `node.data`. A collapsed run of white space maps to its first character. */
	readonly offset: number;
	/** False when something that is not part of the passage, or a line end, lies before this piece. */
	readonly joined: boolean;
}

/** Pieces in text order; characters between pieces (line ends, paragraph gaps) have no place in the page. */
export type TextMap = readonly Piece[];

const SPACE = /[ \t\n\r\f]/g;

/** Pieces moved along by `shift` characters. */
export function shifted(map: TextMap, shift: number): Piece[] {
	return map.map((piece) => ({ ...piece, at: piece.at + shift }));
}

/** The stretches [from, to) of one span of text, as DOM boundaries; one for each unbroken stretch. */
export interface Stretch {
	readonly startNode: Text;
	readonly startOffset: number;
	endNode: Text;
	endOffset: number;
}

/** Finds where the text [from, to) stands in the page. */
export function stretchesOf(
	map: TextMap,
	{ from, to }: { from: number; to: number },
): Stretch[] {
	const stretches: Stretch[] = [];
	for (const piece of map) {
		const start = Math.max(from, piece.at);
		const end = Math.min(to, piece.at + piece.length);
		if (start >= end) continue;
		const last = stretches.at(-1);
		const endOffset = piece.offset + end - piece.at;
		if (last !== undefined && piece.joined) {
			last.endNode = piece.node;
			last.endOffset = endOffset;
		} else {
			const startOffset = piece.offset + start - piece.at;
			stretches.push({
				startNode: piece.node,
				startOffset,
				endNode: piece.node,
				endOffset,
			});
		}
	}
	return stretches;
}

/** Live ranges over the text [from, to). Call only after `isCurrent`, or offsets may lie outside their nodes. */
export function rangesOf(
	map: TextMap,
	span: { from: number; to: number },
): Range[] {
	return stretchesOf(map, span).map((stretch) => {
		const range = stretch.startNode.ownerDocument.createRange();
		range.setStart(stretch.startNode, stretch.startOffset);
		range.setEnd(stretch.endNode, stretch.endOffset);
		return range;
	});
}

/** Offset in the passage's text of a place in the page; undefined when the place is not part of it. */
export function offsetAt(
	map: TextMap,
	node: Node,
	offset: number,
): number | undefined {
	const piece = map.find(
		(it) =>
			it.node === node &&
			offset >= it.offset &&
			offset <= it.offset + it.length,
	);
	return piece === undefined ? undefined : piece.at + offset - piece.offset;
}

/** True while the page still shows exactly this text at these places. */
export function isCurrent(text: string, map: TextMap): boolean {
	return map.every(({ at, length, node, offset }) => {
		if (!node.isConnected) return false;
		const now = node.data.slice(offset, offset + length).replace(SPACE, " ");
		return now === text.slice(at, at + length);
	});
}

/** True when both maps point at the same places. */
export function samePlaces(one: TextMap, other: TextMap): boolean {
	return (
		one.length === other.length &&
		one.every((piece, index) => {
			const twin = other[index];
			return (
				twin !== undefined &&
				piece.node === twin.node &&
				piece.offset === twin.offset &&
				piece.at === twin.at
			);
		})
	);
}
