import { bandAt, bandOf } from "./band.ts";
import { probabilityOf } from "./calibration.ts";
import { compared } from "./compared.ts";
import type { FirstLook } from "./first-look.ts";
import { type Heads, headsFor } from "./heads/types.ts";
import type { TokenScores } from "./language-model.ts";
import { lexicalExamples } from "./lexical-examples.ts";
import type { Prepared } from "./prepare.ts";
import { reasonsOf } from "./reasons.ts";
import { findSentences, type Suspect } from "./spans/find-sentences.ts";
import { passStatistics } from "./statistics.ts";
import type { ReasonPart, Scored } from "./verdict.ts";

/** What a passage shows without the language model. */
const READ_WITHOUT_MODEL: readonly ReasonPart[] = ["lexical", "length"];

/** What one reading makes of a passage. */
export interface Assessed {
	readonly verdict: Scored;
	/** What may change the verdict once it is read by itself. */
	readonly suspect: Suspect | undefined;
}

/**
 * The verdict on a passage. Scores of one that did not need the model change nothing but the statistics.
 * @throws Error when it needed the model and has no scores
 */
export function assess(
	{ raw, normalised, words, tokens, language }: Prepared,
	{ lexical, needsModel }: FirstLook,
	scores: TokenScores | undefined,
	allHeads: Heads,
): Assessed {
	if (needsModel && scores === undefined)
		throw new Error("The language model has not read this passage.");
	const { hidden } = normalised;
	const heads = headsFor(language, allHeads);
	const pass = scores && passStatistics(scores);
	const read = needsModel ? pass : undefined;
	const { score, contributions, pValue } = compared(
		normalised.text,
		{
			tokens,
			evidence: read?.evidence ?? heads.clears?.evidence ?? 0,
			lexicalLogit: lexical.logit,
			lexicalCoverage: lexical.coverage,
			meanLogProb: read?.meanLogProb,
		},
		language,
		heads,
	);
	const probability = probabilityOf({ score, tokens }, heads);
	const { band, capped } = bandOf({ pValue, tokens, probability }, heads);
	const { spans, suspect } = findSentences(
		{ normalised, raw, language },
		needsModel ? scores : undefined,
		heads,
	);
	const shown = needsModel
		? contributions
		: contributions.filter(({ part }) => READ_WITHOUT_MODEL.includes(part));
	const examples = lexicalExamples(normalised, raw, heads.lexical);
	const verdict: Scored = {
		kind: "scored",
		words,
		hidden,
		probability,
		pValue,
		band,
		capped,
		tokens,
		run: undefined,
		spans: band === "human-like" ? [] : spans,
		reasons: reasonsOf(shown, heads.reference, examples),
		statistics: pass && { ...pass, lexicalLogit: lexical.logit, score },
	};
	// What is marked as a whole at every sensitivity has no part that a page would mark instead.
	const isSettled = bandAt(verdict, "low") === "machine-like";
	return { verdict, suspect: isSettled ? undefined : suspect };
}
