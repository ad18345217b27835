import type { Verdict } from "../scoring/verdict.ts";

/** A loaded detector. */
export type Detector = {
	/** One verdict for each text, in order. */
	readonly judge: (
		texts: readonly string[],
		signal: AbortSignal,
	) => Promise<Verdict[]>;
	/** Tokens run through the model since it was loaded. */
	readonly tokensScored: () => number;
	readonly dispose: () => Promise<void>;
};
