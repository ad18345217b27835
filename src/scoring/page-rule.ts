/**
 * Expected share of human passages among those counted as machine-written. At .05, a page of up to
 * FALSE_DISCOVERY_RATE / floor passages can have a single one counted (floor: below), which with tables
 * of 1,500 human texts is 75 passages, more than most pages hold; at .01 it would be 15.
 */
export const FALSE_DISCOVERY_RATE = 0.05;

export interface PagePassage {
	readonly words: number;
	/** 1 for a scored passage that is too short to be marked, or is marked only in part; `undefined` for one that was not scored: no prose, another language. */
	readonly pValue: number | undefined;
}

export interface MachineShare {
	/** Words (0 to 1) of the page that stand in passages counted as machine-written. */
	readonly share: number;
	/** Number of passages counted as machine-written. */
	readonly discoveries: number;
}

/**
 * How much of a page is machine-written: Benjamini and Hochberg (1995) over all its p-values, because
 * single marks add up (20 human passages at 1 in 200: a false one on every tenth page).
 * Conformal p-values from one calibration set depend on each other positively, and so do passages
 * of one author, which is what the procedure allows (Bates et al. 2023).
 *
 * A conformal p-value is never below its floor, 1 / (calibration texts + 1). So of m passages at
 * least m * floor / FALSE_DISCOVERY_RATE must be discovered together, or none is: on a very long
 * human page a lone machine passage adds nothing to the share, even at the floor. The error is to
 * the side of silence, and the passage itself stays marked.
 *
 * Passages count whole or not at all: a run of sentences that is marked in a passage which as a whole is not adds
 * nothing. It was picked among many, so that its p-value is no part of the procedure; nor is the passage counted as a
 * whole, which the mark denies.
 */
export function machineShare(passages: readonly PagePassage[]): MachineShare {
	const threshold = discoveryThreshold(
		passages.flatMap(({ pValue }) => (pValue === undefined ? [] : [pValue])),
	);
	const discovered = passages.filter(
		({ pValue }) => pValue !== undefined && pValue <= threshold,
	);
	const words = wordsOf(passages);
	return {
		share: words === 0 ? 0 : wordsOf(discovered) / words,
		discoveries: discovered.length,
	};
}

/** The largest p-value that is at most its rank's part of the rate; -1 where none is. */
function discoveryThreshold(pValues: readonly number[]): number {
	const rising = pValues.toSorted((one, other) => one - other);
	return (
		rising.findLast(
			(p, index) => p * rising.length <= FALSE_DISCOVERY_RATE * (index + 1),
		) ?? -1
	);
}

const wordsOf = (passages: readonly PagePassage[]): number =>
	passages.reduce((sum, { words }) => sum + words, 0);
