/** A text together with where each of its UTF-16 units came from. */
export interface MappedText {
	readonly text: string;
	/** Raw offset of every unit of `text`, never decreasing, plus the raw length at the end. */
	readonly map: Uint32Array;
}

/** What takes the place of one match; `text` is the whole text, `offset` where the match starts. */
export type Replace = (match: string, offset: number, text: string) => string;

interface Edit {
	readonly from: number;
	readonly to: number;
	readonly by: string;
}

export function unmapped(text: string): MappedText {
	return {
		text,
		map: Uint32Array.from({ length: text.length + 1 }, (_, index) => index),
	};
}

/**
 * Replaces every match of a global pattern and carries the map along. A replacement of the
 * match's own length keeps the units' places; any other length points at the match's start.
 * Returns the same object when nothing changes.
 */
export function edit(
	source: MappedText,
	pattern: RegExp,
	replace: Replace,
): MappedText {
	const edits: Edit[] = [];
	for (const match of source.text.matchAll(pattern)) {
		const by = replace(match[0], match.index, source.text);
		if (by !== match[0])
			edits.push({ from: match.index, to: match.index + match[0].length, by });
	}
	return edits.length === 0 ? source : apply(source, edits);
}

function apply({ text, map }: MappedText, edits: readonly Edit[]): MappedText {
	const growth = edits.reduce(
		(sum, { from, to, by }) => sum + by.length - (to - from),
		0,
	);
	const grown = new Uint32Array(map.length + growth);
	const pieces: string[] = [];
	let read = 0;
	let write = 0;
	for (const { from, to, by } of edits) {
		pieces.push(text.slice(read, from), by);
		grown.set(map.subarray(read, from), write);
		write += from - read;
		if (by.length === to - from) grown.set(map.subarray(from, to), write);
		else grown.fill(map[from] ?? 0, write, write + by.length);
		write += by.length;
		read = to;
	}
	pieces.push(text.slice(read));
	grown.set(map.subarray(read), write);
	return { text: pieces.join(""), map: grown };
}
