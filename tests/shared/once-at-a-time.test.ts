import { expect, it } from "vitest";
import { onceAtATime } from "../../src/shared/once-at-a-time.ts";

it("joins asks made during a run into one further run", async () => {
	let runs = 0;
	let active = 0;
	let mostActive = 0;
	const ask = onceAtATime(async () => {
		active++;
		mostActive = Math.max(mostActive, active);
		await Promise.resolve();
		active--;
		runs++;
	});
	await Promise.all([ask(), ask(), ask()]);
	expect({ runs, mostActive }).toEqual({ runs: 2, mostActive: 1 });
	await ask();
	expect(runs).toBe(3);
});

it("runs again after a failure", async () => {
	let fails = true;
	const ask = onceAtATime(async () => {
		if (fails) throw new Error("no");
	});
	const first = ask();
	const second = ask();
	await expect(first).rejects.toThrow("no");
	await expect(second).rejects.toThrow("no");
	fails = false;
	await expect(ask()).resolves.toBeUndefined();
});
