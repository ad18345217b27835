import { DEFAULTS } from "../../src/shared/settings.ts";
import type { FakeWorld } from "./fake-browser.ts";
import { catalogue, type Language } from "./fake-messages.ts";
import { scored } from "./verdicts.ts";

export const TEXT =
	"Working from home has changed the way many people think about their day. It can be hard to keep a clear line between work and life. Creating a dedicated workspace can help to minimize distractions and improve focus. In the end, balance is a habit.";

const sentence = (start: string, end: string) => ({
	from: TEXT.indexOf(start),
	to: TEXT.indexOf(end) + end.length,
});

export const MACHINE_VERDICT = scored("machine-like", 0.0042, {
	probability: 0.93,
	words: 42,
	spans: [
		{ ...sentence("It can", "life."), probability: 0.71 },
		{ ...sentence("Creating", "focus."), probability: 0.97 },
	],
	reasons: [
		{
			part: "evidence",
			direction: "machine",
			weight: 2.4,
			percentile: 0.991,
			examples: [],
		},
		{
			part: "lexical",
			direction: "machine",
			weight: 1.1,
			percentile: 0.97,
			examples: ["dedicated workspace", "minimize distractions"],
		},
		{
			part: "log-probability",
			direction: "human",
			weight: -0.3,
			percentile: 0.4,
			examples: [],
		},
	],
	hidden: { zeroWidth: 2, direction: 0, lookAlike: 0, other: 0 },
});

/** A page half checked, a model that is ready, a user who says yes. */
export const world = (
	language: Language,
	changes: Partial<FakeWorld> = {},
	answers: FakeWorld["answers"] = {},
): FakeWorld => ({
	messages: catalogue(language),
	settings: {
		...DEFAULTS,
		chosenSites: ["news.example", "xn--bcher-kva.example"],
		excludedSites: ["bank.example"],
	},
	granted: ["*://news.example/*"],
	grants: true,
	tabs: [{ id: 7, url: "https://news.example/today", lastAccessed: 1 }],
	ownTab: undefined,
	answers: {
		"background.engine-status": {
			state: "ready",
			tokensScored: 12_000,
			busyMs: 32_000,
			loadMs: 1400,
		},
		"background.judge": { verdicts: [MACHINE_VERDICT] },
		"background.go": { index: 1, of: 3 },
		"background.frames": {
			frames: [
				{
					frameId: 0,
					status: { state: "checking", passages: 20, judged: 5, marked: 1 },
				},
				{
					frameId: 3,
					status: { state: "done", passages: 4, judged: 4, marked: 2 },
				},
			],
		},
		...answers,
	},
	...changes,
});
