export interface StyleSheets {
	/** The trees that have the sheet from now on. */
	readonly adopt: (trees: readonly ShadowRoot[]) => void;
}

/**
 * Adopts one constructed sheet into open shadow trees, where a sheet of the document does not reach in every browser.
 * Neither the page's nodes nor its content security policy are touched. The document has the sheet already, from the
 * browser: adopting it once more would have the style of every element computed again.
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
				if (tree.adoptedStyleSheets.includes(sheet)) continue;
				tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
				adopted.add(tree);
			}
		},
	};
}
