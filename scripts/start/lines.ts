import type { Verdict } from "../../src/scoring/verdict.ts";
import type { PassageReport } from "../../src/shared/messages.ts";

/** Characters of a passage shown on its line. */
const OPENING = 56;

const opening = (text: string): string => {
	const line = text.replace(/\s+/gu, " ").trim();
	return line.length > OPENING ? `${line.slice(0, OPENING - 1)}…` : line;
};

const verdictWord = (verdict: Verdict | undefined): string => {
	if (verdict === undefined) return "not judged";
	return verdict.kind === "scored" ? verdict.band : verdict.kind;
};

const pValue = (value: number): string =>
	value < 0.0001 ? "<0.0001" : value.toFixed(4);

const markOf = (marked: boolean, inPart: boolean): string =>
	inPart ? "◐" : marked ? "●" : " ";

/** Heading of the table that `passageLine` fills. */
export const HEADING = [
	" ",
	"verdict".padEnd(20),
	"probability",
	"p-value".padStart(8),
	"words".padStart(6),
	" text",
].join(" ");

/** One line for one passage: mark, verdict, probability, p-value, words, first words of the text. */
export function passageLine({
	text,
	verdict,
	marked,
	part,
}: PassageReport): string {
	const scored = verdict?.kind === "scored" ? verdict : undefined;
	return [
		markOf(marked, part !== undefined),
		verdictWord(verdict).padEnd(20),
		(scored?.probability.toFixed(3) ?? "–").padStart(11),
		(scored === undefined ? "–" : pValue(scored.pValue)).padStart(8),
		String(verdict?.words ?? "–").padStart(6),
		` ${opening(text)}`,
	].join(" ");
}
