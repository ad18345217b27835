/**
 * The element of our own markup that matches, with its type checked.
 * @throws Error when the markup lacks it or it is of another type: a mistake of ours, not of the user's.
 */
export function find<E extends Element>(
	within: ParentNode,
	selector: string,
	type: new () => E,
): E {
	const found = within.querySelector(selector);
	if (found instanceof type) return found;
	throw new Error(`no ${type.name} matches ${selector}`);
}

/** Makes an element; strings among the children become text, so nothing is ever parsed as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Readonly<Record<string, string>> = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		element.setAttribute(name, value);
	}
	element.append(...children);
	return element;
}

/** Sets text only where it differs, so that a live region speaks once and not at every refresh. */
export function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}
