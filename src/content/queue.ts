import type { Verdict } from "../scoring/verdict.ts";
import { failureOf } from "../shared/failure.ts";
import type { Failure } from "../shared/messages.ts";
import type { Passage } from "./passages.ts";
import { type Nearness, pickBatch } from "./pick-batch.ts";

/** Tries of one request before the page gives up: the worker behind it may die and start again in between. */
const MOST_TRIES = 5;
/** First wait after a failed try, doubled each time: a background worker is back within this. */
const FIRST_WAIT_MS = 500;
/** Failures that another try may mend; the others need the user. */
const PASSING: ReadonlySet<Failure> = new Set([
	"engine-stopped",
	"unknown",
	"no-permission",
]);

export interface QueueEnvironment {
	readonly judge: (texts: readonly string[]) => Promise<readonly Verdict[]>;
	/** Passages without a verdict, in reading order. Asked before each batch: what is gone from it is cancelled. */
	readonly wanted: () => readonly Passage[];
	readonly nearness: (passage: Passage) => Nearness;
	/** True while nobody looks at the page. */
	readonly resting: () => boolean;
	readonly answered: (passage: Passage, verdict: Verdict) => void;
	/** After each batch, and when the queue gives up. */
	readonly changed: () => void;
	readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Queue {
	/** Goes on if there is something to do; call it whenever `wanted` or `resting` may have changed. */
	readonly wake: () => void;
	/**
	 * Forgets the failure and tries again. `lost`: what was under way will not be answered, since the browser has cut the
	 * connections of the page meanwhile; it is asked again.
	 */
	readonly retry: (options?: { readonly lost: boolean }) => void;
	readonly failure: () => Failure | undefined;
}

/** Sends what is wanted, one batch in flight at a time, until the signal aborts. */
export function createQueue(
	environment: QueueEnvironment,
	signal: AbortSignal,
): Queue {
	const { judge, wanted, nearness, resting, answered, changed, wait } =
		environment;
	/** The run under way; a later one takes its place when its request is lost. */
	let running: symbol | undefined;
	let first = true;
	let failure: Failure | undefined;
	let tries = 0;

	const step = async (
		batch: readonly Passage[],
		isCurrent: () => boolean,
	): Promise<void> => {
		try {
			const verdicts = await judge(batch.map((passage) => passage.text));
			if (signal.aborted) return;
			batch.forEach((passage, index) => {
				const verdict = verdicts[index];
				if (verdict !== undefined) answered(passage, verdict);
			});
			if (verdicts.length !== batch.length)
				throw new Error("as many verdicts as texts were asked for");
			tries = 0;
			first = false;
		} catch (error) {
			if (signal.aborted || !isCurrent()) return;
			tries += 1;
			const reason = failureOf(error);
			if (!PASSING.has(reason) || tries >= MOST_TRIES) failure = reason;
			else await wait(FIRST_WAIT_MS * 2 ** (tries - 1), signal);
		}
	};

	const run = async (isCurrent: () => boolean): Promise<void> => {
		while (
			!signal.aborted &&
			failure === undefined &&
			!resting() &&
			isCurrent()
		) {
			// After a failure go on with single passages: one of them may be the cause.
			const batch = pickBatch(wanted(), nearness, {
				first: first || tries > 0,
			});
			if (batch.length === 0) return;
			await step(batch, isCurrent);
			if (!signal.aborted) changed();
		}
	};

	const wake = (): void => {
		if (running !== undefined || signal.aborted) return;
		const mine = Symbol();
		running = mine;
		const isCurrent = (): boolean => running === mine;
		void run(isCurrent).finally(() => {
			if (isCurrent()) running = undefined;
		});
	};
	return {
		wake,
		retry: ({ lost } = { lost: false }) => {
			failure = undefined;
			tries = 0;
			if (lost) running = undefined;
			wake();
		},
		failure: () => failure,
	};
}
