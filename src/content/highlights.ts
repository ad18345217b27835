import type { MarkedArea } from "../shared/marked-area.ts";
import { createAncestry } from "./ancestry.ts";
import type { Passage } from "./passages.ts";
import { rangesOf } from "./reading/text-map.ts";
import type { Shade } from "./shade.ts";
import { strongestSpans } from "./strongest-spans.ts";

/** Strongest spans lie within what is marked of the passage and must show above its shade. */
const PRIORITY = { passage: 0, strong: 1 } as const;

/** Names in the page's own registry: the prefix keeps us apart from the page. */
export const HIGHLIGHT_NAMES = [
	"telltale-passage",
	"telltale-strong",
	"telltale-passage-on-dark",
	"telltale-strong-on-dark",
] as const;
type HighlightName = (typeof HIGHLIGHT_NAMES)[number];

export interface HighlightEnvironment {
	readonly registry: Pick<HighlightRegistry, "get" | "set" | "delete">;
	readonly createHighlight: () => Highlight;
	readonly shadeBehind: (element: Element) => Shade;
}

export type PaintedArea = Pick<MarkedArea, "from" | "to" | "spans">;

export interface Painter {
	/** Paints the area, and its strongest spans above it. */
	readonly paint: (passage: Passage, area: PaintedArea) => void;
	readonly unpaint: (passage: Passage) => void;
	/** What of a passage is painted; undefined where nothing is. */
	readonly areaOf: (passage: Passage) => PaintedArea | undefined;
	/** Painted passages, in the order of painting. */
	readonly painted: () => readonly Passage[];
	/**
	 * Unpaints and returns what these changes have touched. Live ranges stay where a page puts other text, and may then
	 * cover it: called before the next frame, this leaves no mark on text that was never judged.
	 */
	readonly breakOff: (records: readonly MutationRecord[]) => Passage[];
}

interface Painted {
	readonly name: HighlightName;
	readonly range: Range;
	/** As painted: what differs now, the page has changed. */
	readonly was: StaticRangeInit;
	readonly text: string;
	readonly ancestor: Node;
}

const strength = (name: HighlightName): keyof typeof PRIORITY =>
	name.includes("strong") ? "strong" : "passage";

/** False when the page has moved or emptied the range. Reads four properties, no text. */
const isInPlace = ({ range, was }: Painted): boolean =>
	range.startContainer === was.startContainer &&
	range.startOffset === was.startOffset &&
	range.endContainer === was.endContainer &&
	range.endOffset === was.endOffset &&
	range.startContainer.isConnected;

const holdsItsText = ({ range, text }: Painted): boolean =>
	range.toString() === text;

function paintedOf(name: HighlightName, range: Range): Painted {
	const { startContainer, startOffset, endContainer, endOffset } = range;
	const was = { startContainer, startOffset, endContainer, endOffset };
	return {
		name,
		range,
		was,
		text: range.toString(),
		ancestor: range.commonAncestorContainer,
	};
}

/** Paints passages as CSS custom highlights, which leave the page's nodes alone; unpaints all when the signal aborts. */
export function createPainter(
	{ registry, createHighlight, shadeBehind }: HighlightEnvironment,
	signal: AbortSignal,
): Painter {
	const layers = new Map<HighlightName, Highlight>();
	const marks = new Map<
		Passage,
		{ readonly area: PaintedArea; readonly painted: readonly Painted[] }
	>();
	const ancestry = createAncestry<Passage>();

	const layer = (name: HighlightName): Highlight => {
		let highlight = layers.get(name);
		if (highlight === undefined) {
			highlight = createHighlight();
			highlight.priority = PRIORITY[strength(name)];
			layers.set(name, highlight);
			registry.set(name, highlight);
		}
		return highlight;
	};
	const add = (
		passage: Passage,
		name: HighlightName,
		span: { from: number; to: number },
	): Painted[] =>
		rangesOf(passage.map, span).map((range) => {
			layer(name).add(range);
			return paintedOf(name, range);
		});
	const unpaint = (passage: Passage): void => {
		for (const { name, range, ancestor } of marks.get(passage)?.painted ?? []) {
			layers.get(name)?.delete(range);
			ancestry.remove(ancestor, passage);
		}
		marks.delete(passage);
	};
	const unpaintAll = (): void => {
		for (const [name, highlight] of layers) {
			// A script that came after us may have put its own highlight there.
			if (registry.get(name) === highlight) registry.delete(name);
			highlight.clear();
		}
		layers.clear();
		marks.clear();
		ancestry.clear();
	};
	signal.addEventListener("abort", unpaintAll, { once: true });

	return {
		paint: (passage, area) => {
			if (signal.aborted) return;
			unpaint(passage);
			const dark = shadeBehind(passage.element) === "dark" ? "-on-dark" : "";
			const strong = strongestSpans(area.spans, area.to - area.from);
			const painted = [
				...add(passage, `telltale-passage${dark}`, area),
				...strong.flatMap((span) =>
					add(passage, `telltale-strong${dark}`, span),
				),
			];
			marks.set(passage, { area, painted });
			for (const { ancestor } of painted) ancestry.add(ancestor, passage);
		},
		unpaint,
		areaOf: (passage) => marks.get(passage)?.area,
		painted: () => [...marks.keys()],
		breakOff: (records) => {
			if (marks.size === 0) return [];
			const suspects = ancestry.around(records);
			const broken = [...marks].filter(
				([passage, { painted }]) =>
					!painted.every(isInPlace) ||
					(suspects.has(passage) && !painted.every(holdsItsText)),
			);
			for (const [passage] of broken) unpaint(passage);
			return broken.map(([passage]) => passage);
		},
	};
}
