/** More threads than this gain nothing on a model of this size and heat the machine. */
const MAX_THREADS = 4;

/**
 * Threads for the model: all of two cores, else all but the one that the browser needs.
 * Without cross-origin isolation WebAssembly has no shared memory, hence one thread.
 */
export function threadCount({
	cores,
	isolated,
}: {
	cores: number;
	isolated: boolean;
}): number {
	if (!isolated) return 1;
	return cores <= 2 ? 2 : Math.min(MAX_THREADS, cores - 1);
}
