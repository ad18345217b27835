/** A slice of work, short enough to leave room for a frame of the page in 16 ms. */
const SLICE_MS = 8;

/** Lets long work rest, so that no task holds the page up. */
export interface Breath {
	/** True when the slice is used up. */
	due(): boolean;
	/** Gives way to the page, then begins a new slice. */
	pause(): Promise<void>;
}

interface Scheduler {
	yield?: () => Promise<void>;
}

/** Gives way by `scheduler.yield`, else by a message, which timers' 4 ms minimum does not hold back. */
function giveWay(): Promise<void> {
	const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
	if (scheduler?.yield !== undefined) return scheduler.yield();
	return new Promise((resolve) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => {
			channel.port1.close();
			resolve();
		};
		channel.port2.postMessage(undefined);
	});
}

/** A breath on the real clock; both the clock and the way to rest can be replaced. */
export function createBreath(
	now: () => number = () => performance.now(),
	rest = giveWay,
): Breath {
	let since = now();
	return {
		due: () => now() - since > SLICE_MS,
		pause: async () => {
			await rest();
			since = now();
		},
	};
}
