/** The page must rest this long before it is read again: a framework's burst of changes is over by then. */
const REST_MS = 250;
/** A page that never rests is read at least this often: a post that scrolls by is known before it is gone. */
const LONGEST_WAIT_MS = 600;
/** Reading may take at most about a tenth of the time, however large the page is. */
const COST_FACTOR = 10;

export interface ScannerEnvironment {
	readonly now: () => number;
	/** True while nobody looks at the page: readings then wait for `wake`. */
	readonly resting: () => boolean;
}

export interface Scanner {
	/** The page changed: read it soon. */
	readonly request: () => void;
	/** The page may have changed in a way that nothing reports: read it soon, without calling it unread. */
	readonly glance: () => void;
	/** Read it as soon as possible. */
	readonly now: () => void;
	/** Somebody looks again. */
	readonly wake: () => void;
	/** True while a change is not read yet. */
	readonly pending: () => boolean;
}

/** Runs `scan` after changes: never twice at once, never more often than it can afford. */
export function createScanner(
	scan: () => Promise<void>,
	{ now, resting }: ScannerEnvironment,
	signal: AbortSignal,
): Scanner {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	/** A reading is due. */
	let dirty = false;
	/** A change is known that no finished reading has covered. */
	let changed = false;
	let since = 0;
	let cost = 0;
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

	const run = async (): Promise<void> => {
		timer = undefined;
		if (resting()) return;
		running = true;
		dirty = false;
		const start = now();
		try {
			await scan();
		} finally {
			cost = now() - start;
			running = false;
			if (!dirty) changed = false;
			else if (!signal.aborted) plan();
		}
	};
	const start = (ms: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void run(), ms);
	};
	const plan = (): void => {
		if (timer === undefined) since = now();
		const left = LONGEST_WAIT_MS - (now() - since);
		const least = cost * COST_FACTOR;
		start(
			Math.max(0, Math.min(Math.max(REST_MS, least), Math.max(left, least))),
		);
	};
	const soon = (): void => {
		if (signal.aborted) return;
		dirty = true;
		if (!running) plan();
	};
	return {
		request: () => {
			changed = true;
			soon();
		},
		glance: soon,
		now: () => {
			if (signal.aborted) return;
			changed = true;
			dirty = true;
			if (!running) start(0);
		},
		wake: () => {
			if (dirty && !running && timer === undefined) soon();
		},
		pending: () => changed,
	};
}
