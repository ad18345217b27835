/** An extension event that the test fires. */
export type FakeEvent<F extends (...args: never[]) => unknown> = {
	readonly addListener: (listener: F) => void;
	readonly removeListener: (listener: F) => void;
	readonly hasListener: (listener: F) => boolean;
	/** Calls every listener and returns what each returned. */
	readonly fire: (...args: Parameters<F>) => unknown[];
};

export function fakeEvent<
	F extends (...args: never[]) => unknown,
>(): FakeEvent<F> {
	const listeners = new Set<F>();
	return {
		addListener: (listener) => void listeners.add(listener),
		removeListener: (listener) => void listeners.delete(listener),
		hasListener: (listener) => listeners.has(listener),
		fire: (...args) => [...listeners].map((listener) => listener(...args)),
	};
}
