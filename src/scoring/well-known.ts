import type { TokenScores } from "./language-model.ts";

/** A model that knows a text by heart gives nearly every next token more than this probability. */
const CERTAIN_LOG_PROB = Math.log(0.9);
/** Set phrases and names are certain for a few tokens; recitation goes on. */
const LEAST_RUN = 8;
/** Share of the passage in such runs: machine writing stays far below, classics by heart far above. */
const LEAST_SHARE = 0.5;

/** True for text that the model recites from memory, which reads as predictable whoever wrote it. */
export function isWellKnown({ logProb }: TokenScores): boolean {
	let certain = 0;
	let run = 0;
	for (const value of logProb) {
		if (value > CERTAIN_LOG_PROB) {
			run++;
			continue;
		}
		if (run >= LEAST_RUN) certain += run;
		run = 0;
	}
	if (run >= LEAST_RUN) certain += run;
	return logProb.length > 0 && certain / logProb.length >= LEAST_SHARE;
}
