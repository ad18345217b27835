import { bandOf } from "./band.ts";
import { probabilityOf, pValueOf } from "./calibration.ts";
import { fuse } from "./fusion.ts";
import { type Heads, headsFor } from "./heads/types.ts";
import type { TokenScores } from "./language-model.ts";
import { scoreText } from "./lexical.ts";
import { lexicalExamples } from "./lexical-examples.ts";
import type { Prepared } from "./prepare.ts";
import { reasonsOf } from "./reasons.ts";
import { registerOf } from "./register.ts";
import { spansOf } from "./spans.ts";
import { passStatistics } from "./statistics.ts";
import type { Scored } from "./verdict.ts";

/** The verdict on a passage that the language model has read. */
export function assess(
	{ raw, normalised, words, tokens, language }: Prepared,
	scores: TokenScores,
	allHeads: Heads,
): Scored {
	const { hidden } = normalised;
	const heads = headsFor(language, allHeads);
	const pass = passStatistics(scores);
	const lexical = scoreText(normalised.text, heads.lexical);
	const { score, contributions } = fuse(
		{
			tokens,
			evidence: pass.evidence,
			lexicalLogit: lexical.logit,
			lexicalCoverage: lexical.coverage,
			meanLogProb: pass.meanLogProb,
		},
		heads.fusion,
	);
	const scaled = {
		score,
		tokens,
		language,
		register: registerOf(normalised.text),
	};
	const pValue = pValueOf(scaled, heads.groups);
	const { band, capped } = bandOf({ pValue, tokens }, heads);
	const examples = lexicalExamples(normalised, raw, heads.lexical);
	return {
		kind: "scored",
		words,
		hidden,
		probability: probabilityOf(scaled, heads),
		pValue,
		band,
		capped,
		tokens,
		spans:
			band === "human-like" || heads.spans === undefined
				? []
				: spansOf(normalised, raw, scores, heads.spans),
		reasons: reasonsOf(contributions, heads.reference, examples),
		statistics: { ...pass, lexicalLogit: lexical.logit, score },
	};
}
