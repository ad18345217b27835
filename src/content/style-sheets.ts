export interface StyleSheets {
	/** The trees that have the sheet from now on. */
	readonly adopt: (trees: readonly ShadowRoot[]) => void;
}

/**
 * Adds a constructed sheet to those of a tree. False where the browser lets no content script do so: Firefox 140 does not,
 * Firefox 153 does.
 */
export function adoptSheet(tree: ShadowRoot, sheet: CSSStyleSheet): boolean {
	try {
		const before = tree.adoptedStyleSheets;
		if (!before.includes(sheet)) tree.adoptedStyleSheets = [...before, sheet];
		return true;
	} catch {
		return false;
	}
}

/**
 * Adopts one constructed sheet into open shadow trees, where a sheet of the document does not reach in every browser.
 * Neither the page's nodes nor its content security policy are touched. The document has the sheet already, from the
 * browser: adopting it once more would have the style of every element computed again. Where no sheet can be adopted, marks
 * in such trees stay unseen, and only there.
 */
export function createStyleSheets(
	construct: () => CSSStyleSheet,
	signal: AbortSignal,
): StyleSheets {
	let sheet: CSSStyleSheet | undefined;
	const adopted = new Set<ShadowRoot>();
	const release = (tree: ShadowRoot): void => {
		tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter(
			(it) => it !== sheet,
		);
		adopted.delete(tree);
	};
	signal.addEventListener("abort", () => [...adopted].forEach(release), {
		once: true,
	});
	return {
		adopt: (trees) => {
			if (signal.aborted) return;
			const wanted = new Set(trees);
			for (const tree of [...adopted]) if (!wanted.has(tree)) release(tree);
			for (const tree of wanted) {
				sheet ??= construct();
				if (adoptSheet(tree, sheet)) adopted.add(tree);
			}
		},
	};
}
