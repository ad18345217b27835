import { type Range, splitSentences } from "../../../src/scoring/sentences.ts";
import { shuffled } from "./hash.ts";
import { randomOf } from "./random.ts";
import type { Row } from "./row.ts";

/** Sentences of one writer in a splice. */
const FEWEST = 3;
const MOST = 6;
const SPLICES = 150;
const SHAPES = [
	"human-machine",
	"machine-human",
	"human-machine-human",
] as const;

interface Piece {
	readonly text: string;
	readonly isMachine: boolean;
}

/** From `count` to `count` sentences from `first` on, as they stand in the text. */
function sentencesOf(row: Row, first: number, count: number): string {
	const sentences = splitSentences(row.text).slice(first, first + count);
	return row.text.slice(sentences[0]?.from ?? 0, sentences.at(-1)?.to ?? 0);
}

function piecesOf(human: Row, machine: Row, key: string): Piece[] {
	const random = randomOf(key);
	const count = () => FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
	const shape = SHAPES[Math.floor(random() * SHAPES.length)];
	const opening = count();
	const before = { text: sentencesOf(human, 0, opening), isMachine: false };
	const after = {
		text: sentencesOf(human, opening, count()),
		isMachine: false,
	};
	const inserted = { text: sentencesOf(machine, 1, count()), isMachine: true };
	if (shape === "machine-human") return [inserted, before];
	if (shape === "human-machine-human") return [before, inserted, after];
	return [before, inserted];
}

function joined(pieces: readonly Piece[]): { text: string; machine: Range[] } {
	let text = "";
	const machine: Range[] = [];
	for (const piece of pieces.filter((one) => one.text !== "")) {
		if (text !== "") text += " ";
		if (piece.isMachine)
			machine.push({ from: text.length, to: text.length + piece.text.length });
		text += piece.text;
	}
	return { text, machine };
}

const isLongEnough = ({ text }: Row): boolean =>
	splitSentences(text).length >= FEWEST + 1;

/**
 * Texts that turn from a human writer to a machine or back between two sentences: of a human text
 * and the machine's text on the same subject where it has one, else any machine text.
 */
export function splicesOf(
	humans: readonly Row[],
	machines: readonly Row[],
	seed: number,
): Row[] {
	const keyOf = ({ set, id }: Row) => `${set}/${id}`;
	const others = shuffled(machines.filter(isLongEnough), seed, keyOf);
	const mirrors = new Map(others.map((row) => [row.mirrorOf, row]));
	return shuffled(humans.filter(isLongEnough), seed, keyOf)
		.slice(0, SPLICES)
		.flatMap((human, index) => {
			const machine = mirrors.get(human.id) ?? others[index % others.length];
			if (machine === undefined) return [];
			const id = `${human.id}+${machine.id}`;
			const mix = joined(piecesOf(human, machine, `${seed}/${id}`));
			return [
				{
					...human,
					...mix,
					set: "made/splices",
					id,
					label: "mixed" as const,
					generator: machine.generator,
				},
			];
		});
}
