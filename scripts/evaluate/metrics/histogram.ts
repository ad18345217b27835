/** Counts of probabilities (0 to 1) in equal bins. */
export function histogram(
	probabilities: readonly number[],
	bins = 20,
): number[] {
	const counts = new Array<number>(bins).fill(0);
	for (const probability of probabilities) {
		const bin = Math.min(bins - 1, Math.floor(probability * bins));
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts;
}
