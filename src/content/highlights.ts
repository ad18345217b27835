import type { Span } from "../scoring/verdict.ts";
import type { Passage } from "./passages.ts";
import { rangesOf } from "./reading/text-map.ts";
import type { Shade } from "./shade.ts";

/** Spans of a marked passage whose own posterior is at least this are its strongest. */
const STRONG_PROBABILITY = 0.9;
/** Strongest spans lie within the passage and must show above its shade. */
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

export interface Painter {
	readonly paint: (passage: Passage, spans: readonly Span[]) => void;
	readonly unpaint: (passage: Passage) => void;
	/** Painted passages, in the order of painting. */
	readonly painted: () => readonly Passage[];
	/** False when the page has moved or emptied the ranges of a painted passage. */
	readonly isIntact: (passage: Passage) => boolean;
}

interface Painted {
	readonly name: HighlightName;
	readonly range: Range;
	readonly length: number;
}

const strength = (name: HighlightName): keyof typeof PRIORITY =>
	name.includes("strong") ? "strong" : "passage";

/** Paints passages as CSS custom highlights, which leave the page's nodes alone; unpaints all when the signal aborts. */
export function createPainter(
	{ registry, createHighlight, shadeBehind }: HighlightEnvironment,
	signal: AbortSignal,
): Painter {
	const layers = new Map<HighlightName, Highlight>();
	const marks = new Map<Passage, readonly Painted[]>();

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
			return { name, range, length: range.toString().length };
		});
	const unpaint = (passage: Passage): void => {
		for (const { name, range } of marks.get(passage) ?? [])
			layers.get(name)?.delete(range);
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
	};
	signal.addEventListener("abort", unpaintAll, { once: true });

	return {
		paint: (passage, spans) => {
			if (signal.aborted) return;
			unpaint(passage);
			const dark = shadeBehind(passage.element) === "dark" ? "-on-dark" : "";
			const strong = spans.filter(
				(span) => span.probability >= STRONG_PROBABILITY,
			);
			marks.set(passage, [
				...add(passage, `telltale-passage${dark}`, {
					from: 0,
					to: passage.text.length,
				}),
				...strong.flatMap((span) =>
					add(passage, `telltale-strong${dark}`, span),
				),
			]);
		},
		unpaint,
		painted: () => [...marks.keys()],
		isIntact: (passage) =>
			(marks.get(passage) ?? []).every(
				({ range, length }) =>
					range.startContainer.isConnected &&
					range.toString().length === length,
			),
	};
}
