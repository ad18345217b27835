/** The pointer counts as resting after this: crossing a mark shows nothing. */
const REST_MS = 250;

export interface PointerEnvironment {
	readonly target: EventTarget;
	/** True for events on the card itself. */
	readonly isOwn: (event: Event) => boolean;
}

/** Calls back where the pointer rests, and where a finger taps. One timer; nothing is read while the pointer moves. */
export function watchPointer(
	{ target, isOwn }: PointerEnvironment,
	rested: (x: number, y: number) => void,
	signal: AbortSignal,
): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = (): void => clearTimeout(timer);
	const onMove = (event: Event): void => {
		stop();
		if (isOwn(event) || !(event instanceof MouseEvent) || event.buttons !== 0)
			return;
		const { clientX, clientY } = event;
		timer = setTimeout(() => rested(clientX, clientY), REST_MS);
	};
	const onClick = (event: Event): void => {
		if (
			isOwn(event) ||
			!(event instanceof PointerEvent) ||
			event.pointerType !== "touch"
		)
			return;
		rested(event.clientX, event.clientY);
	};
	target.addEventListener("pointermove", onMove, { signal, passive: true });
	target.addEventListener("pointerdown", stop, { signal, passive: true });
	target.addEventListener("click", onClick, { signal, passive: true });
	signal.addEventListener("abort", stop, { once: true });
}
