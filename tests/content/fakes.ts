import type { Passage } from "../../src/content/passages.ts";
import type { CreateObserver } from "../../src/content/sight.ts";
import type { Scored, Verdict } from "../../src/scoring/verdict.ts";

/** About `count` words of prose, different for each `topic`. */
export const prose = (topic: string, count = 100): string =>
	`${Array.from({ length: count }, (_, index) => (index % 5 === 0 ? topic : "word")).join(" ")}.`;

/** A passage without a place in any page. */
export const passage = (text: string, words: number): Passage => ({
	text,
	words,
	map: [],
	element: {} as Element,
	unit: {} as Element,
	heading: undefined,
});

export const scored = (text: string, pValue: number): Scored => ({
	kind: "scored",
	probability: 1 - pValue,
	pValue,
	band:
		pValue <= 0.005
			? "machine-like"
			: pValue <= 0.05
				? "unclear"
				: "human-like",
	capped: false,
	run: undefined,
	words: text.split(" ").length,
	tokens: 200,
	hidden: { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 },
	spans: [
		{ from: 0, to: 20, probability: 0.99 },
		{ from: 20, to: text.length, probability: 0.4 },
	],
	reasons: [],
	statistics: {
		meanLogProb: -3,
		meanLogRank: 1,
		meanEntropy: 3,
		ratio: 1,
		curvature: 0,
		perplexity: 20,
		lexicalLogit: 0,
		evidence: 0,
		score: 0,
	},
});

/** Whatever speaks of robots reads machine-like. */
export const verdictOn = (text: string): Verdict =>
	scored(text, text.includes("robot") ? 0.0005 : 0.6);

export class FakeHighlight extends Set<AbstractRange> {
	priority = 0;
	readonly type = "highlight";
}

/** All that is asked of it is in view at once. */
export const everythingInView: CreateObserver = (callback) => {
	const observer = {
		observe: (target: Element) => {
			queueMicrotask(() =>
				callback(
					[{ target, isIntersecting: true } as IntersectionObserverEntry],
					fake,
				),
			);
		},
		unobserve: () => {},
		disconnect: () => {},
	};
	const fake = observer as unknown as IntersectionObserver;
	return fake;
};
