/** Lower bounds of the length bins, in words: known also for texts that were not scored. */
const FROM = [0, 30, 50, 75, 120, 200, 350] as const;

/** A bin's name, for a number of words. */
export function lengthBin(words: number): string {
	const index = FROM.findLastIndex((from) => words >= from);
	const from = FROM[Math.max(0, index)] ?? 0;
	const next = FROM[index + 1];
	return next === undefined ? `${from}+` : `${from}–${next - 1}`;
}

/** All bins, shortest first. */
export const LENGTH_BINS: readonly string[] = FROM.map(lengthBin);
