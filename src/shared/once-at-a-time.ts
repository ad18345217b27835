/**
 * Makes work that many events ask for run one at a time: asks during a run are joined into a single
 * further run, which starts after it and so sees the state they asked about.
 * @returns a function whose promise settles with the run that began after its call.
 */
export function onceAtATime(work: () => Promise<void>): () => Promise<void> {
	let running: Promise<void> | undefined;
	let next: Promise<void> | undefined;

	const start = (): Promise<void> => {
		const run = work().finally(() => {
			if (running === run) running = undefined;
		});
		running = run;
		return run;
	};
	return () => {
		if (running === undefined) return start();
		next ??= running
			.catch(() => undefined)
			.then(() => {
				next = undefined;
				return start();
			});
		return next;
	};
}
