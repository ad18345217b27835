/** Scores of the two sides: higher reads as more machine-like; −Infinity for what was not scored. */
export interface Sides {
	readonly human: readonly number[];
	readonly machine: readonly number[];
}

/** One point of a ROC curve: shares of each side at or above `threshold`. */
export interface RocPoint {
	readonly threshold: number;
	readonly falsePositive: number;
	readonly truePositive: number;
}

/** Area under the ROC curve: the chance that a machine text scores above a human one, ties half. NaN for an empty side. */
export function auroc({ human, machine }: Sides): number {
	const ordered = human.toSorted((a, b) => a - b);
	let wins = 0;
	for (const score of machine) {
		const below = countBelow(ordered, score, false);
		const notAbove = countBelow(ordered, score, true);
		wins += (below + notAbove) / 2;
	}
	return wins / (human.length * machine.length);
}

/**
 * The lowest threshold at which at most the share `level` of `human` scores is at or above it.
 * It is a score of `human` or `machine`; Infinity when none of them does. What was not scored is never above.
 */
export function thresholdAt({ human, machine }: Sides, level: number): number {
	const allowed = Math.floor(level * human.length + ROUNDING);
	const falling = human.toSorted((a, b) => b - a);
	const tooLow = falling[allowed] ?? Number.NEGATIVE_INFINITY;
	let lowest = Number.POSITIVE_INFINITY;
	for (const score of [...falling, ...machine])
		if (score > tooLow && score < lowest) lowest = score;
	return lowest;
}

/** 0.01 × 300 is a little less than 3 in floating point. */
const ROUNDING = 1e-9;

/** Share of scores at or above a threshold; NaN for no scores. */
export const shareAbove = (
	scores: readonly number[],
	threshold: number,
): number =>
	scores.filter((score) => score >= threshold).length / scores.length;

/** Share of machine texts found where at most the share `level` of human ones is. */
export const truePositivesAt = (sides: Sides, level: number): number =>
	sides.human.length === 0
		? Number.NaN
		: shareAbove(sides.machine, thresholdAt(sides, level));

/** The curve from the strictest threshold down, one point a distinct score. */
export function rocCurve({ human, machine }: Sides): RocPoint[] {
	const points = [
		...human.map((score) => ({ score, isHuman: true })),
		...machine.map((score) => ({ score, isHuman: false })),
	].sort((a, b) => b.score - a.score);
	const curve: RocPoint[] = [];
	let humans = 0;
	let machines = 0;
	for (const [index, { score, isHuman }] of points.entries()) {
		if (isHuman) humans++;
		else machines++;
		if (points[index + 1]?.score === score) continue;
		curve.push({
			threshold: score,
			falsePositive: humans / human.length,
			truePositive: machines / machine.length,
		});
	}
	return curve;
}

/** How many of the rising numbers are below a value, or not above it. */
function countBelow(
	rising: readonly number[],
	value: number,
	orEqual: boolean,
): number {
	let low = 0;
	let high = rising.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const found = rising[middle] ?? Number.POSITIVE_INFINITY;
		if (found < value || (orEqual && found === value)) low = middle + 1;
		else high = middle;
	}
	return low;
}
