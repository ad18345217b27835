import type { Piece } from "../reading/text-map.ts";

/** A line that mail and plain forums quote with ">". */
const QUOTED = /^(?:>|&gt;)+(?!\d)/;
/** The line above it that names whom it quotes. */
const ATTRIBUTION =
	/^(?:(?:on|le|am|el)\b.{4,120}(?:wrote|writes|a écrit|schrieb|escribió)\s*:|.{1,60}\s(?:wrote|writes|said)\s*:|.{2,60}写道\s*[:：])$/iu;

interface Line {
	readonly from: number;
	readonly to: number;
}

function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let from = 0;
	for (const line of text.split("\n")) {
		lines.push({ from, to: from + line.length });
		from += line.length + 1;
	}
	return lines;
}

/** The parts of `map` in [from, to), moved to begin at `at`. */
function cut(map: readonly Piece[], { from, to }: Line, at: number): Piece[] {
	const pieces: Piece[] = [];
	for (const piece of map) {
		const start = Math.max(from, piece.at);
		const end = Math.min(to, piece.at + piece.length);
		if (start >= end) continue;
		pieces.push({
			at: at + start - from,
			length: end - start,
			node: piece.node,
			offset: piece.offset + start - piece.at,
			joined: pieces.length > 0 && piece.joined,
		});
	}
	return pieces;
}

/** A text and its map without the lines in which it quotes others; undefined when no line is quoted. */
export function withoutQuotedLines(
	text: string,
	map: readonly Piece[],
): { text: string; map: Piece[] } | undefined {
	if (!text.includes(">")) return undefined;
	const lines = linesOf(text);
	const quoted = (line: Line | undefined): boolean =>
		line !== undefined && QUOTED.test(text.slice(line.from, line.to));
	const own = lines.filter(
		(line, index) =>
			!quoted(line) &&
			!(
				quoted(lines[index + 1]) &&
				ATTRIBUTION.test(text.slice(line.from, line.to))
			),
	);
	if (own.length === lines.length) return undefined;
	let kept = "";
	const pieces: Piece[] = [];
	for (const line of own) {
		if (kept !== "") kept += "\n";
		pieces.push(...cut(map, line, kept.length));
		kept += text.slice(line.from, line.to);
	}
	return { text: kept, map: pieces };
}
