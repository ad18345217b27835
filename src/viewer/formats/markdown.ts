import { type Block, tidy } from "../blocks.ts";
import { withoutMarks } from "./markdown-inline.ts";

const FRONT_MATTER = /^---\n[\s\S]*?\n(?:---|\.\.\.)(?:\n|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}\s+(.*)$/;
const CLOSING_HASHES = / #{1,6}$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const QUOTE = /^ {0,3}>\s?/;
const TABLE = /^\s*\|/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s/;

type Open = { kind: Block["kind"]; lines: string[] };

/** Blocks of a Markdown file without its marks, by the simple rules that prose is written in. */
export function markdownBlocks(markdown: string): Block[] {
	const lines = markdown
		.replace(/\r\n?/g, "\n")
		.replace(FRONT_MATTER, "")
		.split("\n");
	const blocks: Block[] = [];
	let open: Open | undefined;
	let fence: string | undefined;

	const close = (): void => {
		if (open !== undefined) {
			const text = open.lines.join("\n");
			const plain =
				open.kind === "code"
					? text
					: tidy(withoutMarks(text).replaceAll("\n", " "));
			if (plain !== "") blocks.push({ kind: open.kind, text: plain });
		}
		open = undefined;
	};
	const start = (kind: Block["kind"], line: string): void => {
		close();
		open = { kind, lines: [line] };
	};
	const go = (kind: Block["kind"], line: string): void => {
		if (
			open === undefined ||
			(open.kind !== kind && (kind !== "paragraph" || open.kind === "code"))
		)
			start(kind, line);
		else open.lines.push(line);
	};
	const takeLine = (line: string): void => {
		const item = ITEM.exec(line);
		const heading = HEADING.exec(line);
		if (heading !== null) {
			start(
				"heading",
				(heading[1] ?? "").trimEnd().replace(CLOSING_HASHES, ""),
			);
			close();
		} else if (UNDERLINE.test(line) && open?.kind === "paragraph") {
			open.kind = "heading";
			close();
		} else if (line.trim() === "" || RULE.test(line) || DEFINITION.test(line))
			close();
		else if (QUOTE.test(line)) go("quote", line.replace(QUOTE, ""));
		else if (item !== null) start("item", item[1] ?? "");
		else if (TABLE.test(line)) go("code", line);
		else go("paragraph", line);
	};
	for (const line of lines) {
		const mark = FENCE.exec(line)?.[1];
		if (fence !== undefined) {
			if (mark?.startsWith(fence) === true) fence = undefined;
			else go("code", line);
			if (fence === undefined) close();
		} else if (mark !== undefined) {
			close();
			fence = mark;
		} else takeLine(line);
	}
	close();
	return blocks;
}
