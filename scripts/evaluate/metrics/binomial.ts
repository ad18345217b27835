/** A count of a total with its exact (Clopper–Pearson) interval of 95 %. */
export interface Share {
	readonly count: number;
	readonly total: number;
	readonly low: number;
	readonly high: number;
}

/** Each side of the interval leaves this much out. */
const TAIL = 0.025;
/** Halvings: below 1e-12 of the scale. */
const STEPS = 40;

/** @throws RangeError unless 0 ≤ count ≤ total */
export function exactShare(count: number, total: number): Share {
	if (count < 0 || count > total)
		throw new RangeError(`${count} of ${total} is no share`);
	if (total === 0) return { count, total, low: 0, high: 1 };
	const low =
		count === 0 ? 0 : solve((p) => 1 - atMost(count - 1, total, p), TAIL);
	const high =
		count === total ? 1 : solve((p) => 1 - atMost(count, total, p), 1 - TAIL);
	return { count, total, low, high };
}

/** Where a function that rises from 0 to 1 takes a value. */
function solve(rising: (p: number) => number, value: number): number {
	let low = 0;
	let high = 1;
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (rising(middle) < value) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** P(X ≤ count) for X ~ Binomial(total, p), summed in logarithms. */
function atMost(count: number, total: number, p: number): number {
	if (p <= 0) return 1;
	if (p >= 1) return count >= total ? 1 : 0;
	let logTerm = total * Math.log1p(-p);
	let sum = Math.exp(logTerm);
	const logOdds = Math.log(p) - Math.log1p(-p);
	for (let k = 1; k <= count; k++) {
		logTerm += Math.log((total - k + 1) / k) + logOdds;
		sum += Math.exp(logTerm);
	}
	return Math.min(1, sum);
}
