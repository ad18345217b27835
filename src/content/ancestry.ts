/** Things kept at nodes, to be found from changes inside those nodes. */
export interface Ancestry<T> {
	readonly add: (node: Node, thing: T) => void;
	readonly remove: (node: Node, thing: T) => void;
	readonly clear: () => void;
	/** What is kept at the targets of these changes and at the nodes around them. */
	readonly around: (records: readonly MutationRecord[]) => ReadonlySet<T>;
}

/** An index by node. A search meets each node once, however many changes lie inside it. */
export function createAncestry<T>(): Ancestry<T> {
	const kept = new Map<Node, Set<T>>();
	return {
		add: (node, thing) => {
			const things = kept.get(node);
			if (things === undefined) kept.set(node, new Set([thing]));
			else things.add(thing);
		},
		remove: (node, thing) => {
			const things = kept.get(node);
			things?.delete(thing);
			if (things?.size === 0) kept.delete(node);
		},
		clear: () => kept.clear(),
		around: (records) => {
			const found = new Set<T>();
			const met = new Set<Node>();
			for (const { target } of records) {
				for (
					let at: Node | null = target;
					at !== null && !met.has(at);
					at = at.parentNode
				) {
					met.add(at);
					for (const thing of kept.get(at) ?? []) found.add(thing);
				}
			}
			return found;
		},
	};
}
