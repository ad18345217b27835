import type { Range } from "../sentences.ts";
import type { JudgedStretch } from "../spans.ts";

const FEWEST_SENTENCES = 3;
const MACHINE_PROBABILITY = 0.5;
/** A run of nearly all of a passage is the passage. */
const LARGEST_SHARE = 0.9;

/**
 * The longest run of sentences that read machine-like beside the others: what a machine's part in a person's text looks
 * like. It is a suspicion only. What the model says of these sentences is coloured by those around them, so they are to be read by themselves.
 *
 * @param minTokens of a passage that can be judged by itself
 * @returns offsets in the text that the stretches are of; `undefined` where there is no run of at least three sentences
 */
export function suspectRun(
	stretches: readonly JudgedStretch[],
	minTokens: number,
): Range | undefined {
	const most = LARGEST_SHARE * tokensOf(stretches);
	const [longest] = runsOf(stretches)
		.filter((run) => run.length >= FEWEST_SENTENCES)
		.filter((run) => tokensOf(run) >= minTokens && tokensOf(run) <= most)
		.toSorted((a, b) => tokensOf(b) - tokensOf(a));
	const first = longest?.at(0);
	const last = longest?.at(-1);
	return first && last && { from: first.from, to: last.to };
}

/** Longest runs of neighbours that read machine-like. */
function runsOf(stretches: readonly JudgedStretch[]): JudgedStretch[][] {
	const runs: JudgedStretch[][] = [[]];
	for (const stretch of stretches) {
		if (stretch.probability >= MACHINE_PROBABILITY) runs.at(-1)?.push(stretch);
		else runs.push([]);
	}
	return runs;
}

const tokensOf = (stretches: readonly JudgedStretch[]): number =>
	stretches.reduce((sum, { tokens }) => sum + tokens, 0);
