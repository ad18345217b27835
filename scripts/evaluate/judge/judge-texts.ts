import type { Detector } from "../../../src/engine/detector.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { OutcomeCache } from "./outcome-cache.ts";
import type { Progress } from "./progress.ts";

/** Little enough that an interruption costs seconds, enough for batches of like length. */
const TEXTS_A_STEP = 32;

/** Unjudged texts, each once; those of like length stand together, so that little padding is computed. */
export function pendingTexts(
	texts: readonly string[],
	cache: OutcomeCache,
): string[] {
	const pending = new Set(
		texts.filter((text) => cache.get(text) === undefined),
	);
	return [...pending].sort((a, b) => a.length - b.length);
}

/** Steps in an order in which long and short texts alternate, so that the time left can be foreseen. */
export function stepsOf(sorted: readonly string[]): string[][] {
	const steps: string[][] = [];
	for (let at = 0; at < sorted.length; at += TEXTS_A_STEP)
		steps.push(sorted.slice(at, at + TEXTS_A_STEP));
	const stride = Math.max(1, Math.round(Math.sqrt(steps.length)));
	return steps
		.map((step, index) => ({ step, lane: index % stride, index }))
		.sort((a, b) => a.lane - b.lane || a.index - b.index)
		.map(({ step }) => step);
}

/** Judges every text that the cache lacks. Ends early, with everything kept, when the signal aborts. */
export async function judgeTexts(
	texts: readonly string[],
	detector: Pick<Detector, "judge" | "tokensScored">,
	cache: OutcomeCache,
	progress: Progress,
	signal: AbortSignal,
): Promise<void> {
	for (const step of stepsOf(pendingTexts(texts, cache))) {
		if (signal.aborted) return;
		const verdicts = await detector.judge(step, new AbortController().signal);
		const outcomes: Outcome[] = verdicts.map(outcomeOf);
		await cache.add(step, outcomes);
		progress(step, detector.tokensScored());
	}
}
