import { compared } from "../compared.ts";
import type { LanguageHeads } from "../heads/types.ts";
import { scoreText } from "../lexical.ts";
import type { JudgedStretch } from "../spans.ts";
import type { Run } from "../verdict.ts";

const FEWEST_SENTENCES = 3;
const MACHINE_PROBABILITY = 0.5;
/** A run of nearly all of a passage is the passage. */
const LARGEST_SHARE = 0.9;
/**
 * A run is picked because it reads like a machine's, so its p-value is too small. With this factor, of 5,000 human
 * texts of the benchmarks one is marked in part that would not be as a whole.
 */
const PICKED = 2;

/**
 * The run of sentences of a passage that reads most machine-like by itself: what a machine's part in a person's text
 * looks like. Every sentence of it must read so, there must be three of them, and together they must be long enough to be marked.
 *
 * @param text the normalised passage
 * @returns offsets in `text`; `undefined` where there is no such run
 */
export function bestRun(
	text: string,
	stretches: readonly JudgedStretch[],
	language: string,
	heads: LanguageHeads & { readonly unclearBelowTokens: number },
): Run | undefined {
	const total = tokensOf(stretches);
	return runsOf(stretches)
		.filter((run) => run.length >= FEWEST_SENTENCES)
		.filter((run) => {
			const tokens = tokensOf(run);
			return (
				tokens >= heads.unclearBelowTokens && tokens <= LARGEST_SHARE * total
			);
		})
		.map((run) => judge(text, run, language, heads))
		.reduce<Run | undefined>(
			(best, run) =>
				best === undefined || run.pValue < best.pValue ? run : best,
			undefined,
		);
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

function judge(
	text: string,
	run: readonly JudgedStretch[],
	language: string,
	heads: LanguageHeads,
): Run {
	const range = { from: run.at(0)?.from ?? 0, to: run.at(-1)?.to ?? 0 };
	const words = text.slice(range.from, range.to);
	const tokens = tokensOf(run);
	const mean = (part: "evidence" | "logProb"): number =>
		run.reduce((sum, stretch) => sum + stretch[part], 0) / tokens;
	const { logit, coverage } = scoreText(words, heads.lexical);
	const { pValue } = compared(
		words,
		{
			tokens,
			evidence: mean("evidence"),
			lexicalLogit: logit,
			lexicalCoverage: coverage,
			meanLogProb: mean("logProb"),
		},
		language,
		heads,
	);
	return { ...range, pValue: Math.min(1, PICKED * pValue) };
}

const tokensOf = (stretches: readonly JudgedStretch[]): number =>
	stretches.reduce((sum, { tokens }) => sum + tokens, 0);
