import type { PageStatus } from "../shared/messages.ts";

/** The badge need not follow faster than this. */
const THROTTLE_MS = 250;

export interface Reporter {
	/** The status may have changed. */
	readonly changed: () => void;
	/** Whoever listened has forgotten: tell again. */
	readonly again: () => void;
}

/** Calls `send` with the newest status when it differs from the last one sent, at most four times a second. */
export function createReporter(
	status: () => PageStatus,
	send: (status: PageStatus) => Promise<unknown>,
	signal: AbortSignal,
): Reporter {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = "";
	const flush = (): void => {
		timer = undefined;
		const current = status();
		const key = JSON.stringify(current);
		if (key === last) return;
		last = key;
		// A badge that missed one update gets the next.
		send(current).catch(() => {
			last = "";
		});
	};
	const changed = (): void => {
		if (!signal.aborted) timer ??= setTimeout(flush, THROTTLE_MS);
	};
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
	return {
		changed,
		again: () => {
			last = "";
			changed();
		},
	};
}
