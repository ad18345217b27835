import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stayAwake, TOUCH_MS } from "../../src/background/stay-awake.ts";
import type { Engine } from "../../src/shared/engine-host/engine.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("touches the browser while something is asked, and rests after success and failure", async () => {
	const ends: (() => void)[] = [];
	const engine: Engine = {
		judge: () => new Promise((resolve) => ends.push(() => resolve([]))),
		status: async () => ({ state: "idle" }),
		warmUp: () =>
			new Promise((_, reject) => ends.push(() => reject(new Error("no")))),
	};
	const touch = vi.fn();
	const awake = stayAwake(engine, touch);
	const judged = awake.judge(["a"]);
	const warmed = expect(awake.warmUp()).rejects.toThrow("no");
	await vi.advanceTimersByTimeAsync(2 * TOUCH_MS);
	expect(touch).toHaveBeenCalledTimes(2);
	ends[0]?.();
	await judged;
	await vi.advanceTimersByTimeAsync(TOUCH_MS);
	expect(touch).toHaveBeenCalledTimes(3);
	ends[1]?.();
	await warmed;
	await vi.advanceTimersByTimeAsync(10 * TOUCH_MS);
	expect(touch).toHaveBeenCalledTimes(3);
});
