/** A page that wipes a mark this often in this time will go on doing so. */
const MOST_LOSSES = 10;
const WITHIN_MS = 10_000;

export interface Losses {
	/** Counts one loss of this text's mark; true when the mark is given up from now on. */
	readonly add: (text: string) => boolean;
	readonly givenUp: (text: string) => boolean;
	readonly forget: () => void;
}

/** Counts how often the page takes a passage's mark away, so that we never fight it without end. */
export function createLosses(now: () => number): Losses {
	const times = new Map<string, number[]>();
	const lost = new Set<string>();
	return {
		add: (text) => {
			const recent = (times.get(text) ?? []).filter(
				(time) => now() - time < WITHIN_MS,
			);
			recent.push(now());
			times.set(text, recent);
			if (recent.length >= MOST_LOSSES) lost.add(text);
			return lost.has(text);
		},
		givenUp: (text) => lost.has(text),
		forget: () => {
			times.clear();
			lost.clear();
		},
	};
}
