import { MARKED_P_VALUE } from "../band.ts";
import type { LanguageHeads } from "../heads/types.ts";
import type { TokenScores } from "../language-model.ts";
import type { Prepared } from "../prepare.ts";
import { judgedStretches, rawRange, spansOf } from "../spans.ts";
import type { Scored } from "../verdict.ts";
import { bestRun } from "./run.ts";

/** The sentences of a passage, and the run of them that may be marked by itself; nothing where the model does not count. */
export function findSentences(
	{
		normalised,
		raw,
		language,
	}: Pick<Prepared, "normalised" | "raw" | "language">,
	scores: TokenScores | undefined,
	heads: LanguageHeads,
): Pick<Scored, "spans" | "run"> {
	const { spans, lexical } = heads;
	if (spans === undefined || scores === undefined)
		return { spans: [], run: undefined };
	const { text } = normalised;
	const stretches = judgedStretches(text, scores, { spans, lexical });
	const run = bestRun(text, stretches, language, heads);
	return {
		spans: spansOf(normalised, raw, stretches),
		run:
			run === undefined || run.pValue > MARKED_P_VALUE.high
				? undefined
				: { ...run, ...rawRange(run, normalised, raw) },
	};
}
