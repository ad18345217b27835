/** Changes inside these are never text of a passage. */
const NO_TEXT =
	"script, style, textarea, [contenteditable]:not([contenteditable='false'])";

export interface WatchEnvironment {
	readonly createObserver: (callback: MutationCallback) => MutationObserver;
	/** Nodes of our own in the page; adding and removing them is no change of the page. */
	readonly isOwn: (node: Node) => boolean;
}

export interface Watch {
	/** Watches exactly these roots from now on: the document's and the open shadow trees'. */
	readonly roots: (roots: readonly Node[]) => void;
}

const elementOf = (node: Node): Element | null =>
	node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement;

/** True when the list holds a node that `isOwn` does not know; most lists tell by their first. */
function holdsOther(nodes: NodeList, isOwn: (node: Node) => boolean): boolean {
	for (const node of nodes) if (!isOwn(node)) return true;
	return false;
}

/**
 * Calls `changed` whenever text or structure of a watched root changes, one observer for each root: before the next
 * frame is painted, with all that changed.
 */
export function createWatch(
	{ createObserver, isOwn }: WatchEnvironment,
	changed: (records: readonly MutationRecord[]) => void,
	signal: AbortSignal,
): Watch {
	const observers = new Map<Node, MutationObserver>();
	const matters = ({
		type,
		target,
		addedNodes,
		removedNodes,
	}: MutationRecord): boolean =>
		(type === "characterData" ||
			holdsOther(addedNodes, isOwn) ||
			holdsOther(removedNodes, isOwn)) &&
		elementOf(target)?.closest(NO_TEXT) == null;
	const observe = (root: Node): MutationObserver => {
		const observer = createObserver((records) => {
			if (records.some(matters)) changed(records);
		});
		observer.observe(root, {
			childList: true,
			characterData: true,
			subtree: true,
		});
		return observer;
	};
	const stop = (): void => {
		for (const observer of observers.values()) observer.disconnect();
		observers.clear();
	};
	signal.addEventListener("abort", stop, { once: true });
	return {
		roots: (roots) => {
			if (signal.aborted) return;
			const wanted = new Set(roots);
			for (const [root, observer] of observers) {
				if (wanted.has(root)) continue;
				observer.disconnect();
				observers.delete(root);
			}
			for (const root of wanted)
				if (!observers.has(root)) observers.set(root, observe(root));
		},
	};
}
