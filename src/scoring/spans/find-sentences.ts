import type { LanguageHeads } from "../heads/types.ts";
import type { TokenScores } from "../language-model.ts";
import type { Prepared } from "../prepare.ts";
import type { Range } from "../sentences.ts";
import { judgeStretches, rawRange, readStretches, spansOf } from "../spans.ts";
import type { Span } from "../verdict.ts";
import { suspectRun } from "./suspect-run.ts";
import { spansWithin } from "./within.ts";

/** A run of sentences that must be read by itself; offsets in the passage as it was given. */
export interface Suspect extends Range {
	readonly text: string;
	readonly language: string;
	/** Its sentences. */
	readonly spans: readonly Span[];
}

/** The sentences of a passage, with offsets as it was given. */
export interface Sentences {
	readonly spans: readonly Span[];
	readonly suspect: Suspect | undefined;
}

/** The sentences of a passage, and the run of them that is suspected; nothing where the model does not count. */
export function findSentences(
	{
		normalised,
		raw,
		language,
	}: Pick<Prepared, "normalised" | "raw" | "language">,
	scores: TokenScores | undefined,
	{ spans: spanHead, lexical, minTokens }: LanguageHeads,
): Sentences {
	if (spanHead === undefined || scores === undefined)
		return { spans: [], suspect: undefined };
	const heads = { spans: spanHead, lexical };
	const read = readStretches(normalised.text, scores, heads);
	const stretches = judgeStretches(read, spanHead);
	const spans = spansOf(normalised, raw, stretches);
	const run = suspectRun(stretches, minTokens);
	if (run === undefined) return { spans, suspect: undefined };
	const range = rawRange(run, normalised, raw);
	return {
		spans,
		suspect: {
			...range,
			text: raw.slice(range.from, range.to),
			language,
			spans: spansWithin(range, spans),
		},
	};
}
