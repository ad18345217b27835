/**
 * Groups items as they come: a group is handed on when it is full, or when the next item takes longer than
 * `patienceMs`, so that a slow writer still sees its answers.
 */
export async function* batches<T>(
	items: AsyncIterable<T>,
	{ size, patienceMs }: { size: number; patienceMs: number },
): AsyncGenerator<T[]> {
	const iterator = items[Symbol.asyncIterator]();
	let next = iterator.next();
	let group: T[] = [];
	for (;;) {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const patience = new Promise<"late">((resolve) => {
			timer = setTimeout(() => resolve("late"), patienceMs);
		});
		const result =
			group.length === 0 ? await next : await Promise.race([next, patience]);
		clearTimeout(timer);
		if (result === "late") {
			yield group;
			group = [];
			continue;
		}
		if (result.done === true) break;
		group.push(result.value);
		next = iterator.next();
		if (group.length >= size) {
			yield group;
			group = [];
		}
	}
	if (group.length > 0) yield group;
}
