import { partWeight } from "./fusion.ts";
import { type Heads, headsFor, type LanguageHeads } from "./heads/types.ts";
import { type LexicalScore, scoreText } from "./lexical.ts";
import type { Prepared } from "./prepare.ts";

/** What the cheap stage makes of a passage, in microseconds. */
export interface FirstLook {
	readonly lexical: LexicalScore;
	/** False where the passage is settled without the language model. */
	readonly needsModel: boolean;
}

/**
 * Reads a passage's n-grams. Those that read so human that the language model would not turn the
 * verdict clear it; training chose where that is, on texts no head was fitted on.
 */
export function firstLook(passage: Prepared, allHeads: Heads): FirstLook {
	const heads = headsFor(passage.language, allHeads);
	const lexical = scoreText(passage.normalised.text, heads.lexical);
	const needsModel =
		modelCounts(heads) && !isClear(passage.tokens, lexical, heads);
	return { lexical, needsModel };
}

/** Whether anything in a language is made of what the model's pass says. */
const modelCounts = ({ fusion, spans }: LanguageHeads): boolean =>
	spans !== undefined || fusion.parts.some(({ part }) => part !== "lexical");

function isClear(
	tokens: number,
	{ logit, coverage }: LexicalScore,
	{ clears, fusion }: LanguageHeads,
): boolean {
	if (clears === undefined) return false;
	const inputs = {
		tokens,
		evidence: 0,
		lexicalLogit: logit,
		lexicalCoverage: coverage,
		meanLogProb: undefined,
	};
	return partWeight("lexical", inputs, fusion) < clears.belowLexical;
}
