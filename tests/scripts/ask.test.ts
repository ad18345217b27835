import type { Page, Worker } from "playwright-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askFrom, Refused, tabIdOf } from "../../scripts/browser/ask.ts";
import type { ExtensionBrowser } from "../../scripts/browser/launch.ts";
import { PlainError } from "../../scripts/lib/plain-error.ts";

const TOO_EARLY = new Error(
	"page.evaluate: Error: Could not establish connection. Receiving end does not exist.",
);
const ANSWER = { ok: true, answer: { frames: [] } };
/** Longer than any start of the extension may take. */
const LONG_MS = 60_000;

/** Takes one step for each evaluation, and stays at the last. */
const evaluator = (steps: readonly unknown[]) => {
	let at = 0;
	return vi.fn(async () => {
		const step = steps[Math.min(at, steps.length - 1)];
		at += 1;
		if (step instanceof Error) throw step;
		return step;
	});
};
/** The promise's result after `LONG_MS`; `undefined` while it is open. */
async function settled<T>(work: Promise<T>): Promise<T | Error | undefined> {
	let result: T | Error | undefined;
	work.then(
		(value) => {
			result = value;
		},
		(error: Error) => {
			result = error;
		},
	);
	await vi.advanceTimersByTimeAsync(LONG_MS);
	return result;
}
const ask = (evaluate: () => Promise<unknown>) =>
	settled(
		askFrom({ evaluate } as unknown as Page, "background.frames", { tabId: 1 }),
	);
const idOf = (evaluate: () => Promise<unknown>) => {
	const worker = async () => ({ evaluate }) as unknown as Worker;
	return settled(tabIdOf({ worker } as ExtensionBrowser, "http://page.test/"));
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
	["listens at once", [ANSWER], 1],
	["does not listen yet", [TOO_EARLY, TOO_EARLY, ANSWER], 3],
	["has only other listeners yet", [undefined, ANSWER], 2],
])(
	"a worker that %s is asked until it answers",
	async (_name, steps, times) => {
		const evaluate = evaluator(steps);
		expect(await ask(evaluate)).toEqual(ANSWER.answer);
		expect(evaluate).toHaveBeenCalledTimes(times);
	},
);

test("a worker that never listens is given up, in words", async () => {
	const result = await ask(evaluator([TOO_EARLY]));
	expect(result).toBeInstanceOf(Refused);
	expect(String(result)).toContain("nobody answered");
});

test("what the worker refuses, and what waiting cannot mend, is not asked again", async () => {
	for (const step of [
		{ ok: false, failure: "bad-request", message: "no" },
		new Error("Target page, context or browser has been closed"),
	]) {
		const evaluate = evaluator([step]);
		expect(await ask(evaluate)).toBeInstanceOf(Error);
		expect(evaluate).toHaveBeenCalledTimes(1);
	}
});

test("a tab is looked for until the worker has its interfaces and knows the tab", async () => {
	const early = new TypeError("Cannot read properties of undefined");
	const other = { id: 3, url: "http://other.test/" };
	const wanted = { id: 7, url: "http://page.test/" };
	expect(await idOf(evaluator([early, [other], [other, wanted]]))).toBe(7);
	expect(await idOf(evaluator([early]))).toBeInstanceOf(PlainError);
	expect(await idOf(evaluator([[other]]))).toEqual(
		new PlainError(
			"The extension sees no tab with http://page.test/, but http://other.test/.",
		),
	);
});
