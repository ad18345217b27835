import { expect, test, vi } from "vitest";
import {
	hasRun,
	isFirstStarter,
	takeOver,
} from "../../src/content/lifetime.ts";
import {
	type StarterEnvironment,
	startLater,
} from "../../src/content/start-later.ts";

class FakeDocument extends EventTarget {
	hidden = false;
}

function stage(answers: readonly (boolean | "gone")[]) {
	const document = new FakeDocument();
	const left = [...answers];
	const waited: number[] = [];
	const ask = vi.fn(async () => {
		const answer = left.shift();
		if (answer === "gone") throw new Error("no receiver");
		return answer === true;
	});
	const environment = {
		document,
		whenIdle: vi.fn((work: () => void) => work()),
		isAlive: vi.fn(() => true),
		hasRun: vi.fn(() => false),
		ask,
		wait: async (ms: number) => void waited.push(ms),
	} satisfies StarterEnvironment;
	return { document, environment, ask, waited };
}

test("asks once when the page is idle", async () => {
	const { environment, ask, waited } = stage([true]);
	let work: () => void = () => undefined;
	environment.whenIdle.mockImplementation((given) => {
		work = given;
	});
	const started = startLater(environment);
	await Promise.resolve();
	expect(ask).not.toHaveBeenCalled();
	work();
	await started;
	expect(ask).toHaveBeenCalledOnce();
	expect(waited).toEqual([]);
});

test("a hidden or prerendered page asks when it is looked at", async () => {
	const { document, environment, ask } = stage([true]);
	document.hidden = true;
	const started = startLater(environment);
	document.dispatchEvent(new Event("visibilitychange"));
	await Promise.resolve();
	expect(environment.whenIdle).not.toHaveBeenCalled();
	document.hidden = false;
	document.dispatchEvent(new Event("visibilitychange"));
	await started;
	expect(ask).toHaveBeenCalledOnce();
});

test("a background that is asleep or refuses is asked again, with longer and longer rests", async () => {
	const { environment, ask, waited } = stage(["gone", false, true]);
	await startLater(environment);
	expect(ask).toHaveBeenCalledTimes(3);
	expect(waited).toEqual([1_000, 3_000]);
});

test("it gives up in silence", async () => {
	const { environment, ask } = stage(["gone", "gone", "gone", "gone", true]);
	await startLater(environment);
	expect(ask).toHaveBeenCalledTimes(4);
});

test.each([
	["the extension is gone", { isAlive: [true, false], hasRun: [] }],
	[
		"the script came although the answer was lost",
		{ isAlive: [], hasRun: [false, true] },
	],
])("it asks no more when %s", async (_what, { isAlive, hasRun }) => {
	const { environment, ask } = stage(["gone", true]);
	for (const answer of isAlive) environment.isAlive.mockReturnValueOnce(answer);
	for (const answer of hasRun) environment.hasRun.mockReturnValueOnce(answer);
	await startLater(environment);
	expect(ask).toHaveBeenCalledOnce();
});

test("one starter a page, and none where the script has run, stopped or not", () => {
	const scope = {};
	expect(hasRun(scope)).toBe(false);
	expect(isFirstStarter(scope)).toBe(true);
	expect(isFirstStarter(scope)).toBe(false);
	takeOver(scope).abort();
	expect(hasRun(scope)).toBe(true);
});
