import { markAt } from "../../../src/scoring/band.ts";
import type { Scored, Verdict } from "../../../src/scoring/verdict.ts";

/** What the detector said of one text, without reasons: small enough to keep tens of thousands. */
export type Outcome =
	| {
			readonly kind: Exclude<Verdict["kind"], "scored">;
			readonly words: number;
			/** Language tag or form where the verdict names one. */
			readonly detail: string | undefined;
	  }
	| ScoredOutcome;

export type ScoredOutcome = Pick<
	Scored,
	| "kind"
	| "words"
	| "probability"
	| "pValue"
	| "band"
	| "capped"
	| "tokens"
	| "spans"
	| "run"
	| "statistics"
>;

export function outcomeOf(verdict: Verdict): Outcome {
	switch (verdict.kind) {
		case "scored": {
			const { kind, words, probability, pValue, band } = verdict;
			const { capped, tokens, spans, run, statistics } = verdict;
			return {
				kind,
				words,
				probability,
				pValue,
				band,
				capped,
				tokens,
				spans,
				run,
				statistics,
			};
		}
		case "not-prose":
			return { kind: verdict.kind, words: verdict.words, detail: verdict.form };
		case "unsupported-language":
			return {
				kind: verdict.kind,
				words: verdict.words,
				detail: verdict.language,
			};
		default:
			return { kind: verdict.kind, words: verdict.words, detail: undefined };
	}
}

export const isScored = (outcome: Outcome): outcome is ScoredOutcome =>
	outcome.kind === "scored";

/** Whether the page would show a mark at normal sensitivity, on all of the text or a part. */
export const isMarked = (outcome: Outcome): boolean =>
	isScored(outcome) && markAt(outcome, "normal") !== "none";
