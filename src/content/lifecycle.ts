/** The parts of the page's world that tell whether somebody looks at it. */
export interface LifecycleEnvironment {
	readonly document: Pick<Document, "hidden"> & EventTarget;
	readonly window: EventTarget;
}

export interface Lifecycle {
	/** True while the page is in a hidden tab, frozen, or kept aside to go back to. */
	readonly resting: () => boolean;
}

/**
 * Calls `woken` whenever the page is looked at again: its tab came to front, or the reader went back to it. `kept`: it was
 * set aside since the last call, and whatever it was waiting for may be lost.
 */
export function watchLifecycle(
	{ document, window }: LifecycleEnvironment,
	woken: (how: { readonly kept: boolean }) => void,
	signal: AbortSignal,
): Lifecycle {
	let away = false;
	let kept = false;
	const leave = (): void => {
		away = true;
		kept = true;
	};
	const wake = (): void => {
		const how = { kept };
		kept = false;
		woken(how);
	};
	const comeBack = (): void => {
		away = false;
		if (!document.hidden) wake();
	};
	const options = { signal };
	window.addEventListener("pagehide", leave, options);
	window.addEventListener("pageshow", comeBack, options);
	document.addEventListener("freeze", leave, options);
	document.addEventListener("resume", comeBack, options);
	document.addEventListener(
		"visibilitychange",
		() => !document.hidden && !away && wake(),
		options,
	);
	return { resting: () => document.hidden || away };
}
