import { expect, it } from "vitest";
import { threadCount } from "../../src/engine/thread-count.ts";

it.each([
	[1, 2],
	[2, 2],
	[3, 2],
	[4, 3],
	[5, 4],
	[16, 4],
])("uses, of %i cores, %i threads", (cores, threads) => {
	expect(threadCount({ cores, isolated: true })).toBe(threads);
	expect(threadCount({ cores, isolated: false })).toBe(1);
});
