import { expect, it, vi } from "vitest";
import type { Passage } from "../../src/content/passages.ts";
import { createQueue } from "../../src/content/queue.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";
import { RemoteFailure } from "../../src/shared/failure.ts";
import { passage, verdictOn } from "./fakes.ts";

/** A queue over a list of texts whose answers the test releases. */
function setUp(texts: string[]) {
	const life = new AbortController();
	const known = new Map<string, Verdict>();
	const asked: string[][] = [];
	const open: {
		resolve: (verdicts: readonly Verdict[]) => void;
		reject: (error: unknown) => void;
	}[] = [];
	const state = { resting: false, wanted: texts };
	const waits: number[] = [];
	const queue = createQueue(
		{
			judge: (batch) => {
				asked.push([...batch]);
				return new Promise<readonly Verdict[]>((resolve, reject) => {
					open.push({ resolve, reject });
				});
			},
			wanted: (): Passage[] =>
				state.wanted
					.filter((text) => !known.has(text))
					.map((text) => passage(text, 100)),
			nearness: () => 0,
			resting: () => state.resting,
			answered: ({ text }, verdict) => known.set(text, verdict),
			changed: () => {},
			wait: (ms) => {
				waits.push(ms);
				return Promise.resolve();
			},
		},
		life.signal,
	);
	const answer = async (): Promise<void> => {
		open.shift()?.resolve((asked.at(-1) ?? []).map(verdictOn));
		await settled();
	};
	const fail = async (error: unknown): Promise<void> => {
		open.shift()?.reject(error);
		await settled();
	};
	return { life, known, asked, state, waits, queue, answer, fail };
}
const settled = async (): Promise<void> => {
	for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

it("has one batch in flight, the first of one passage", async () => {
	const { queue, asked, answer } = setUp(["a", "b", "c"]);
	queue.wake();
	queue.wake();
	await settled();
	expect(asked).toEqual([["a"]]);
	await answer();
	expect(asked).toEqual([["a"], ["b", "c"]]);
});

it("never sends what is no longer wanted", async () => {
	const { queue, asked, state, answer } = setUp(["a", "b", "c"]);
	queue.wake();
	state.wanted = ["a", "c"];
	await answer();
	expect(asked).toEqual([["a"], ["c"]]);
});

it("rests while nobody looks", async () => {
	const { queue, asked, state, answer } = setUp(["a", "b"]);
	queue.wake();
	state.resting = true;
	await answer();
	expect(asked).toEqual([["a"]]);
	state.resting = false;
	queue.wake();
	expect(asked).toEqual([["a"], ["b"]]);
});

it("tries again when the worker died, waiting longer each time", async () => {
	const { queue, asked, known, waits, answer, fail } = setUp(["a"]);
	queue.wake();
	await fail(new RemoteFailure("engine-stopped"));
	await fail(new RemoteFailure("engine-stopped"));
	await answer();
	expect(asked).toHaveLength(3);
	expect(waits).toEqual([500, 1000]);
	expect(known.has("a")).toBe(true);
	expect(queue.failure()).toBeUndefined();
});

it("gives up after a bounded number of tries, and can be asked to go on", async () => {
	const { queue, asked, known, answer, fail } = setUp(["a"]);
	queue.wake();
	for (let count = 0; count < 20; count += 1)
		await fail(new RemoteFailure("engine-stopped"));
	expect(asked).toHaveLength(5);
	expect(queue.failure()).toBe("engine-stopped");
	queue.retry();
	await answer();
	expect(queue.failure()).toBeUndefined();
	expect(known.has("a")).toBe(true);
});

it.each(["model-missing", "out-of-memory"] as const)(
	"does not insist on %s",
	async (failure) => {
		const { queue, asked, fail } = setUp(["a"]);
		queue.wake();
		await fail(new RemoteFailure(failure));
		expect(asked).toHaveLength(1);
		expect(queue.failure()).toBe(failure);
	},
);

it("treats too few verdicts as a failed try", async () => {
	const { queue, life, asked } = setUp(["a"]);
	const judge = vi.fn(() => Promise.resolve([]));
	life.abort();
	const other = new AbortController();
	const waits: number[] = [];
	const lacking = createQueue(
		{
			judge,
			wanted: () => [passage("a", 100)],
			nearness: () => 0,
			resting: () => false,
			answered: () => {},
			changed: () => {},
			wait: async (ms) => void waits.push(ms),
		},
		other.signal,
	);
	lacking.wake();
	await settled();
	await settled();
	await settled();
	expect(lacking.failure()).toBe("unknown");
	expect(judge).toHaveBeenCalledTimes(5);
	queue.wake();
	expect(asked).toEqual([]);
});

it("enters nothing once it was stopped", async () => {
	const { queue, life, known, asked, answer } = setUp(["a", "b"]);
	queue.wake();
	life.abort();
	await answer();
	expect(known.size).toBe(0);
	expect(asked).toHaveLength(1);
});

it("asks again for what was under way when the page was set aside, and takes a late answer too", async () => {
	const { queue, asked, known, state, answer } = setUp(["a", "b"]);
	queue.wake();
	await settled();
	state.resting = true;
	queue.wake();
	state.resting = false;
	queue.retry();
	await settled();
	expect(asked).toEqual([["a"]]);
	queue.retry({ lost: true });
	await settled();
	expect(asked).toEqual([["a"], ["a"]]);
	await answer();
	expect(known.has("a")).toBe(true);
	expect(asked).toHaveLength(2);
	await answer();
	expect(asked.at(-1)).toEqual(["b"]);
});

it("minds no failure of a request that was given up", async () => {
	const { queue, asked, waits, fail, answer } = setUp(["a"]);
	queue.wake();
	await settled();
	queue.retry({ lost: true });
	await settled();
	await fail(new RemoteFailure("engine-stopped"));
	expect([queue.failure(), waits]).toEqual([undefined, []]);
	await answer();
	expect(asked).toEqual([["a"], ["a"]]);
});
