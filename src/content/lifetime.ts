/** Where a content script finds the one that ran before it in the same page. */
const KEY = Symbol.for("telltale.content");
const STARTER_KEY = Symbol.for("telltale.starter");

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

/** True where the content script has run, also when it was stopped since. */
export const hasRun = (scope: object): boolean => Reflect.has(scope, KEY);

/** True for the first starter of a page. */
export function isFirstStarter(scope: object): boolean {
	if (Reflect.has(scope, STARTER_KEY)) return false;
	return Reflect.set(scope, STARTER_KEY, true);
}
