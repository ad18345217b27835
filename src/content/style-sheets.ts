/** Where a constructed style sheet can be adopted. */
type Tree = Document | ShadowRoot;

export interface StyleSheets {
	/** The trees that have the sheet from now on. */
	readonly adopt: (trees: readonly Tree[]) => void;
}

/**
 * Adopts one constructed sheet into the document and into open shadow trees, where a sheet of the document does not
 * reach in every browser. Neither the page's nodes nor its content security policy are touched.
 */
export function createStyleSheets(
	sheet: CSSStyleSheet,
	signal: AbortSignal,
): StyleSheets {
	const adopted = new Set<Tree>();
	const release = (tree: Tree): void => {
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
				if (tree.adoptedStyleSheets.includes(sheet)) continue;
				tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
				adopted.add(tree);
			}
		},
	};
}
