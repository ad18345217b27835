/** Where a content script finds the one that ran before it in the same page. */
const KEY = Symbol.for("telltale.content");

/**
 * A lifetime for this run of the content script. A run before it in the same page is ended first, so that injecting
 * the script twice leaves one.
 */
export function takeOver(scope: object): AbortController {
	const before: unknown = Reflect.get(scope, KEY);
	if (before instanceof AbortController) before.abort();
	const life = new AbortController();
	Reflect.set(scope, KEY, life);
	return life;
}
