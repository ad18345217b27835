/** Whose text it is: blocks of one unit may be joined, blocks of two never. */
export interface Unit {
	readonly element: Element;
	/** Stands beside the flow (note, figure, table column): text before and after it still belongs together. */
	readonly beside: boolean;
	/** One post, comment, review or article: a whole that one author wrote. */
	readonly post: boolean;
	/** The unit around it; undefined for the page itself. */
	readonly outer: Unit | undefined;
}
