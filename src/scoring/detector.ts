import { assess } from "./assess.ts";
import type { Heads } from "./heads/types.ts";
import type { LanguageModel, TokenScores } from "./language-model.ts";
import { type Prepared, prepare } from "./prepare.ts";
import type { Verdict } from "./verdict.ts";

export interface Detector {
	/**
	 * One verdict for each text, in order; every string has one. The gates come first, what is
	 * left goes through the model in one call.
	 * @throws what the model throws, `AbortError` among it
	 */
	judge(texts: readonly string[], signal: AbortSignal): Promise<Verdict[]>;
}

/** Joins the language model and the trained heads. */
export function createDetector(model: LanguageModel, heads: Heads): Detector {
	return {
		async judge(texts, signal) {
			signal.throwIfAborted();
			const passages = texts.map((raw) => prepare(raw, model, heads));
			const open = passages.filter(isPrepared);
			const scores =
				open.length === 0
					? []
					: await model.score(
							open.map(({ paragraph }) => paragraph.text),
							signal,
						);
			const scoresOf = new Map(
				open.map((passage, index) => [passage, scores[index]]),
			);
			return passages.map((passage) =>
				isPrepared(passage)
					? assess(
							passage,
							passage.paragraph.restore(known(scoresOf.get(passage))),
							heads,
						)
					: passage,
			);
		},
	};
}

const isPrepared = (passage: Prepared | Verdict): passage is Prepared =>
	!("kind" in passage);

function known(scores: TokenScores | undefined): TokenScores {
	if (scores === undefined) {
		throw new Error("The language model answered for fewer texts than asked.");
	}
	return scores;
}
