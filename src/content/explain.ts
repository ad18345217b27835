import type { Verdict } from "../scoring/verdict.ts";
import type { Sensitivity } from "../shared/settings.ts";
import type { Card } from "./card.ts";
import { cardText } from "./card-text.ts";
import { type Hit, type HitEnvironment, hitAt, rangeAround } from "./hit.ts";
import type { Passage } from "./passages.ts";
import { boxAround, type Spot } from "./place-card.ts";
import { isCurrent, rangesOf } from "./reading/text-map.ts";

export interface ExplainEnvironment extends HitEnvironment {
	readonly card: Card;
	readonly verdictOf: (passage: Passage) => Verdict | undefined;
	readonly sensitivity: () => Sensitivity;
}

export interface Explain {
	/** The pointer rests here: explain the mark under it, or take the card away. */
	readonly at: (x: number, y: number) => void;
	/**
	 * Brings the next or previous mark into view, explains it and moves the focus there. `index` counts from 0; past the
	 * last or first it is -1, and the next call begins anew.
	 */
	readonly go: (to: "next" | "previous") => { index: number; of: number };
	/** Explains a verdict on the reader's own selection; `text` is what was judged of it. */
	readonly selection: (range: Range, verdict: Verdict, text: string) => void;
}

/** Where a range's first line and all of the text around it are; undefined when the line is not shown any more. */
function spotOf(range: Range, text: readonly Range[]): Spot | undefined {
	if (!range.startContainer.isConnected) return undefined;
	const line = range.getClientRects()[0];
	if (line === undefined) return undefined;
	const boxes = text.map((part) => part.getBoundingClientRect());
	return { line, text: boxAround(boxes) ?? line };
}

const textOf = (
	{ text, map }: Passage,
	part: { from: number; to: number },
): Range[] => (isCurrent(text, map) ? rangesOf(map, part) : []);

/** Opens the card for marks: at the pointer, and from mark to mark for the keyboard. */
export function createExplain(environment: ExplainEnvironment): Explain {
	const { card, marked, areaOf, verdictOf, sensitivity } = environment;
	let current: Passage | undefined;

	const open = (passage: Passage, range: Range, focus: boolean): void => {
		const verdict = verdictOf(passage);
		const area = areaOf(passage);
		if (verdict === undefined || area === undefined) return;
		current = passage;
		const text = textOf(passage, area);
		card.open(cardText(verdict, sensitivity()), () => spotOf(range, text), {
			focus,
		});
	};
	const openHit = ({ passage, node, offset }: Hit): void => {
		if (card.isOpen() && current === passage) return;
		open(passage, rangeAround({ node, offset }), false);
	};
	const goTo = (passage: Passage): void => {
		const from = areaOf(passage)?.from ?? 0;
		const [range] = textOf(passage, { from, to: from + 1 });
		if (range === undefined) return;
		range.startContainer.parentElement?.scrollIntoView({
			block: "center",
			behavior: "instant",
		});
		open(passage, range, true);
	};
	const leave = (): void => {
		current = undefined;
		card.close();
	};
	return {
		at: (x, y) => {
			const hit = hitAt(environment, x, y);
			if (hit !== undefined) openHit(hit);
			else card.close();
		},
		go: (to) => {
			const all = marked();
			const at = current === undefined ? -1 : all.indexOf(current);
			if (all.length === 0) return { index: -1, of: 0 };
			const first = to === "next" ? 0 : all.length - 1;
			const index = at === -1 ? first : to === "next" ? at + 1 : at - 1;
			const passage = all[index];
			if (passage !== undefined) goTo(passage);
			else leave();
			return { index: passage === undefined ? -1 : index, of: all.length };
		},
		selection: (range, verdict, text) => {
			current = undefined;
			card.open(
				cardText(verdict, sensitivity(), text),
				() => spotOf(range, [range]),
				{
					focus: true,
				},
			);
		},
	};
}
