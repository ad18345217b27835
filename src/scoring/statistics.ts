import type { TokenScores } from "./language-model.ts";
import type { Statistics } from "./verdict.ts";

/** What the language model's pass says about a whole passage. */
export type PassStatistics = Omit<Statistics, "lexicalLogit" | "score">;

/** Keeps quotients finite where the model is certain of every token. */
const SMALLEST_DENOMINATOR = 1e-6;
/** exp() of more is no perplexity that any text has, and soon infinite. */
const HIGHEST_SURPRISAL = 50;

/**
 * Means over the tokens that have a value; every result is finite, 0 where no token counts.
 *
 * - log p, log rank, entropy: GLTR (Gehrmann et al. 2019), DetectGPT's baselines (Mitchell et al. 2023)
 * - ratio: surprisal over entropy, Binoculars (Hans et al. 2024) with one model in both roles
 * - curvature: (Σ log p − Σ E[log p]) / sqrt(Σ Var[log p]), Fast-DetectGPT (Bao et al. 2024), analytic
 */
export function passStatistics(scores: TokenScores): PassStatistics {
	let count = 0;
	let logProb = 0;
	let logRank = 0;
	let entropy = 0;
	let variance = 0;
	for (const [token, value] of scores.logProb.entries()) {
		const rank = Math.log(scores.rank[token] ?? Number.NaN);
		const spread = scores.variance[token] ?? Number.NaN;
		const uncertainty = scores.entropy[token] ?? Number.NaN;
		if (!Number.isFinite(value + rank + spread + uncertainty)) continue;
		count++;
		logProb += value;
		logRank += rank;
		entropy += uncertainty;
		variance += spread;
	}
	const size = Math.max(count, 1);
	const deviation = Math.sqrt(Math.max(variance, SMALLEST_DENOMINATOR));
	return {
		meanLogProb: logProb / size,
		meanLogRank: logRank / size,
		meanEntropy: entropy / size,
		ratio: -logProb / Math.max(entropy, SMALLEST_DENOMINATOR),
		curvature: (logProb + entropy) / deviation,
		perplexity: Math.exp(Math.min(-logProb / size, HIGHEST_SURPRISAL)),
		evidence: meanOfFinite(scores.evidence),
	};
}

/** Mean of the finite values, 0 where there are none. */
export function meanOfFinite(values: Float32Array): number {
	let count = 0;
	let sum = 0;
	for (const value of values) {
		if (!Number.isFinite(value)) continue;
		count++;
		sum += value;
	}
	return sum / Math.max(count, 1);
}
