/** The page must rest this long before it is read again: a framework's burst of changes is over by then. */
const REST_MS = 250;
/** A page that never rests is read at least this often. */
const LONGEST_WAIT_MS = 2000;
/** Reading may take at most about a tenth of the time, however large the page is. */
const COST_FACTOR = 10;

export interface Scanner {
	/** The page changed: read it soon. */
	readonly request: () => void;
	/** Read it as soon as possible. */
	readonly now: () => void;
	/** True while a reading is due or under way. */
	readonly pending: () => boolean;
}

/** Runs `scan` after changes: never twice at once, never more often than it can afford. */
export function createScanner(
	scan: () => Promise<void>,
	{ now }: { now: () => number },
	signal: AbortSignal,
): Scanner {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	let dirty = false;
	let since = 0;
	let cost = 0;
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

	const run = async (): Promise<void> => {
		timer = undefined;
		running = true;
		dirty = false;
		const start = now();
		try {
			await scan();
		} finally {
			cost = now() - start;
			running = false;
			if (dirty && !signal.aborted) plan();
		}
	};
	const start = (ms: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void run(), ms);
	};
	const plan = (): void => {
		if (timer === undefined) since = now();
		const left = LONGEST_WAIT_MS - (now() - since);
		start(
			Math.max(
				0,
				Math.min(
					Math.max(REST_MS, cost * COST_FACTOR),
					Math.max(left, cost * COST_FACTOR),
				),
			),
		);
	};
	return {
		request: () => {
			if (signal.aborted) return;
			dirty = true;
			if (!running) plan();
		},
		now: () => {
			if (signal.aborted) return;
			dirty = true;
			if (!running) start(0);
		},
		pending: () => dirty || running || timer !== undefined,
	};
}
