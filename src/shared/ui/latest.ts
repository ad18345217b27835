import { guard } from "../guard.ts";

/**
 * Runs `work` on an input once no newer one has come for `restMs` milliseconds. A newer input aborts
 * the signal of the older run, and waits for it to end: never are two under way, and of those that
 * wait only the newest runs.
 */
export function latest<T>(
	work: (input: T, signal: AbortSignal) => Promise<void>,
	restMs: number,
	signal: AbortSignal,
): (input: T) => void {
	let newest = new AbortController();
	let underWay: Promise<void> = Promise.resolve();
	let timer: ReturnType<typeof setTimeout> | undefined;

	const run = async (input: T, wanted: AbortSignal): Promise<void> => {
		if (!wanted.aborted) await work(input, wanted);
	};
	signal.addEventListener("abort", () => {
		clearTimeout(timer);
		newest.abort();
	});
	return (input) => {
		clearTimeout(timer);
		newest.abort();
		if (signal.aborted) return;
		newest = new AbortController();
		const wanted = newest.signal;
		timer = setTimeout(() => {
			underWay = underWay.then(() =>
				guard("newest input", () => run(input, wanted)),
			);
		}, restMs);
	};
}
