/**
 * The promise's result, or a rejection with `late()` once `limitMs` milliseconds have passed.
 * The work behind the promise is not stopped: only nobody waits for it any longer.
 */
export async function within<T>(
	promise: Promise<T>,
	limitMs: number,
	late: () => Error,
): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(late()), limitMs);
	});
	try {
		return await Promise.race([promise, limit]);
	} finally {
		clearTimeout(timer);
	}
}
