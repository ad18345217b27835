/** One sentence: whether a machine wrote it, and whether it was called so. */
export interface Call {
	readonly isMachine: boolean;
	readonly called: boolean;
}

function f1(calls: readonly Call[], side: boolean): number {
	let hits = 0;
	let misses = 0;
	for (const { isMachine, called } of calls) {
		if (isMachine === side && called === side) hits++;
		else if (isMachine === side || called === side) misses++;
	}
	return hits === 0 ? 0 : (2 * hits) / (2 * hits + misses);
}

/** Mean of the F1 of both classes, a class without a hit counting 0. NaN for no calls. */
export const macroF1 = (calls: readonly Call[]): number =>
	calls.length === 0 ? Number.NaN : (f1(calls, true) + f1(calls, false)) / 2;
