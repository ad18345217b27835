/**
 * After these the page may show text that no observer reports: a style of an element around it has changed, or a
 * shadow tree was attached. Looking then costs nothing while nobody does anything.
 */
const HINTS = ["scroll", "click", "keyup", "toggle"] as const;

/** Calls `hint` whenever the reader has moved the page or acted on it, in inner scrollers too. */
export function watchHints(
	target: EventTarget,
	hint: () => void,
	signal: AbortSignal,
): void {
	// None of these need bubble; capturing sees them all.
	const options = { capture: true, passive: true, signal };
	for (const type of HINTS) target.addEventListener(type, hint, options);
}
