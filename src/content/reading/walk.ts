import { createApartTest } from "../structure/apart.ts";
import { createUnits } from "../structure/units.ts";
import { isLeftOut } from "./left-out.ts";
import { type Place, placeInside, placeOfRoot } from "./place.ts";
import type { Look, Rendering } from "./rendering.ts";

/** One event of the walk, in the order in which a reader meets the text. */
export type Step =
	| { readonly kind: "text"; readonly node: Text; readonly place: Place }
	/** A block begins or ends. */
	| { readonly kind: "edge" }
	/** A thematic break: what follows is another subject. */
	| { readonly kind: "rule" }
	/** A line end inside a block. */
	| { readonly kind: "line" }
	/** Something left out, or another tree, lies between the texts before and after. */
	| { readonly kind: "gap" }
	/** An element that is not shown now; it may be later, without any change to the tree. */
	| { readonly kind: "hidden"; readonly element: Element }
	/** An open shadow root was entered. */
	| { readonly kind: "root"; readonly root: ShadowRoot };

interface Frame {
	readonly nodes: readonly Node[];
	next: number;
	readonly place: Place;
	readonly closing: Step | undefined;
}

const EDGE: Step = { kind: "edge" };
const GAP: Step = { kind: "gap" };

const isText = (node: Node): node is Text =>
	node.nodeType === node.TEXT_NODE || node.nodeType === 4;
const isElement = (node: Node): node is Element =>
	node.nodeType === node.ELEMENT_NODE;

const isClosed = (element: Element): boolean =>
	element.localName === "details" && !element.hasAttribute("open");
const summariesOf = (details: Element): Element[] =>
	[...details.children].filter((it) => it.localName === "summary");

/** The nodes shown inside an element: its shadow tree's, a slot's assigned ones, or its own children. */
function shownNodes(element: Element): {
	nodes: readonly Node[];
	otherTree: boolean;
} {
	if (element.shadowRoot !== null)
		return { nodes: [...element.shadowRoot.childNodes], otherTree: true };
	if (element.localName === "slot" && "assignedNodes" in element) {
		const assigned = (element as HTMLSlotElement).assignedNodes();
		if (assigned.length > 0) return { nodes: assigned, otherTree: true };
	}
	if (isClosed(element))
		return { nodes: summariesOf(element), otherTree: false };
	return { nodes: [...element.childNodes], otherTree: false };
}

/** What a closed `details` element will show once it is opened. */
function hiddenInside(details: Element): Step[] {
	const summaries = new Set(summariesOf(details));
	return [...details.children]
		.filter((it) => !summaries.has(it))
		.map((element) => ({ kind: "hidden", element }));
}

/** Steps for an element that holds no text for us; undefined when the walk must go inside. */
function stepsOfLeaf(
	element: Element,
	look: Look,
	apart: boolean,
): Step[] | undefined {
	if (element.localName === "br") return [{ kind: "line" }];
	if (element.localName === "hr") return [{ kind: "rule" }];
	if (element.localName === "wbr") return [];
	if (apart || isLeftOut(element, { pinned: look.pinned }))
		return look.box === "block" ? [EDGE, GAP] : [GAP];
	if (look.box === "none") return [GAP, { kind: "hidden", element }];
	return undefined;
}

/**
 * Walks what `root` shows, once, in reading order. Uses its own stack, so that depth costs nothing
 * and the caller may pause between steps; nodes moved meanwhile are met where they were.
 */
export function* walk(
	root: Element,
	rendering: Rendering,
): Generator<Step, void> {
	const openUnit = createUnits();
	const isApart = createApartTest();
	const stack: Frame[] = [
		{
			nodes: [...root.childNodes],
			next: 0,
			place: placeOfRoot(root),
			closing: undefined,
		},
	];
	for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
		const node = frame.nodes[frame.next];
		frame.next += 1;
		if (node === undefined) {
			stack.pop();
			if (frame.closing !== undefined) yield frame.closing;
		} else if (isText(node)) {
			yield frame.place.unseen
				? GAP
				: { kind: "text", node, place: frame.place };
		} else if (isElement(node)) {
			const look = rendering(node);
			const apart = isApart(node, frame.place.unit.element);
			const leaf = stepsOfLeaf(node, look, apart);
			if (leaf !== undefined) {
				yield* leaf;
				continue;
			}
			const { nodes, otherTree } = shownNodes(node);
			if (node.shadowRoot !== null)
				yield { kind: "root", root: node.shadowRoot };
			if (isClosed(node)) yield* hiddenInside(node);
			const block = look.box === "block";
			const opening = block ? EDGE : otherTree ? GAP : undefined;
			if (opening !== undefined) yield opening;
			const place = placeInside(frame.place, {
				element: node,
				look,
				unit: block ? openUnit(node, frame.place.unit) : undefined,
			});
			stack.push({ nodes, next: 0, place, closing: opening });
		}
	}
}
