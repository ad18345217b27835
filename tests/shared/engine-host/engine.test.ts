import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEngine } from "../../../src/shared/engine-host/create-engine.ts";
import {
	IDLE_MS,
	MAX_DEATHS,
	REST_MS,
} from "../../../src/shared/engine-host/worker-keeper.ts";
import type { EngineStatus } from "../../../src/shared/messages.ts";
import { tooShort } from "../verdicts.ts";
import { type FakeWorker, fakeWorker, settle } from "./fake-worker.ts";

function openEngine() {
	const workers: FakeWorker[] = [];
	const statuses: EngineStatus[] = [];
	let time = 0;
	const engine = createEngine({
		spawn: () => {
			const worker = fakeWorker();
			workers.push(worker);
			return worker;
		},
		onStatus: (status) => statuses.push(status),
		now: () => time,
	});
	const worker = (): FakeWorker => {
		const last = workers.at(-1);
		if (last === undefined) throw new Error("no worker was started");
		return last;
	};
	/** Answers whatever the worker is asked until nothing is left. */
	const serveAll = async (): Promise<void> => {
		for (let answered = 0; ; ) {
			await settle();
			const { received } = worker();
			if (received.length === answered) return;
			answered = received.length;
			worker().answer();
		}
	};
	return {
		engine,
		workers,
		worker,
		statuses,
		serveAll,
		pass: (ms: number) => {
			time += ms;
		},
	};
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("engine", () => {
	it("starts nothing until it is asked, and loads once for all who ask at once", async () => {
		const { engine, workers, serveAll } = openEngine();
		expect(await engine.status()).toEqual({ state: "idle" });
		expect(workers).toHaveLength(0);
		const asked = [engine.judge(["a"]), engine.judge(["bb"]), engine.warmUp()];
		await serveAll();
		const [first, second] = await Promise.all(asked);
		expect(first).toEqual([tooShort(1)]);
		expect(second).toEqual([tooShort(2)]);
		expect(workers).toHaveLength(1);
		const loads = workers[0]?.received.filter(({ kind }) => kind === "load");
		expect(loads).toHaveLength(1);
	});

	it("reports loading with progress, then ready with what was scored", async () => {
		const { engine, worker, statuses } = openEngine();
		const asked = engine.judge(["a"]);
		await settle();
		worker().post({ kind: "progress", share: 0.5 });
		worker().answer();
		await settle();
		worker().answer();
		await asked;
		expect(statuses).toEqual([
			{ state: "loading", progress: 0 },
			{ state: "loading", progress: 0.5 },
			{ state: "ready", tokensScored: 0, busyMs: 0, loadMs: 5 },
			{ state: "ready", tokensScored: 7, busyMs: 3, loadMs: 5 },
		]);
	});

	it("answers a text it has judged without the model", async () => {
		const { engine, worker, serveAll } = openEngine();
		const first = engine.judge(["a", "bb"]);
		await serveAll();
		await first;
		const asked = worker().received.length;
		expect(await engine.judge(["bb", "a"])).toEqual([tooShort(2), tooShort(1)]);
		expect(worker().received).toHaveLength(asked);
	});

	it("fails the job that a crash interrupts and runs the ones behind it on a new worker", async () => {
		const { engine, worker, workers, serveAll } = openEngine();
		const loaded = engine.warmUp();
		await serveAll();
		await loaded;
		const interrupted = engine.judge(["a"]);
		const behind = engine.judge(["bb"]);
		await settle();
		const refused = expect(interrupted).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		worker().crash();
		await refused;
		await serveAll();
		expect(await behind).toEqual([tooShort(2)]);
		const again = engine.judge(["a"]);
		await serveAll();
		expect(await again).toEqual([tooShort(1)]);
		expect(workers).toHaveLength(2);
		expect(workers[0]?.ended()).toBe(true);
	});

	it("rests after repeated deaths, so that no worker is started for ever", async () => {
		const { engine, worker, workers, pass } = openEngine();
		for (let death = 0; death < MAX_DEATHS; death++) {
			const asked = expect(engine.judge(["a"])).rejects.toMatchObject({
				failure: "engine-stopped",
			});
			await settle();
			worker().crash();
			await asked;
		}
		expect(await engine.status()).toEqual({
			state: "failed",
			failure: "engine-stopped",
		});
		await expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		expect(workers).toHaveLength(MAX_DEATHS);
		pass(REST_MS);
		void engine.judge(["a"]);
		await settle();
		expect(workers).toHaveLength(MAX_DEATHS + 1);
	});

	it("ends a worker that keeps silent", async () => {
		const { engine, worker } = openEngine();
		const refused = expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		await vi.advanceTimersByTimeAsync(10 * 60_000);
		await refused;
		expect(worker().ended()).toBe(true);
	});

	it("ends a worker that breaks the protocol", async () => {
		const { engine, worker } = openEngine();
		const refused = expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "engine-stopped",
		});
		await settle();
		worker().post({ kind: "judged", id: 1, verdicts: ["guilty"] });
		await refused;
		expect(worker().ended()).toBe(true);
	});

	it("says why a load failed, at once for a while, and tries again when asked to", async () => {
		const { engine, worker, workers, serveAll } = openEngine();
		const refused = expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "model-missing",
		});
		await settle();
		worker().refuse("model-missing");
		await refused;
		expect(worker().ended()).toBe(true);
		expect(await engine.status()).toEqual({
			state: "failed",
			failure: "model-missing",
		});
		await expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "model-missing",
		});
		expect(workers).toHaveLength(1);

		const retried = engine.warmUp();
		await serveAll();
		expect(await retried).toMatchObject({ state: "ready" });
		const asked = engine.judge(["a"]);
		await serveAll();
		expect(await asked).toEqual([tooShort(1)]);
		expect(workers).toHaveLength(2);
	});

	it("survives a browser that cannot start workers, and tries again later", async () => {
		let attempts = 0;
		let time = 0;
		const engine = createEngine({
			spawn: () => {
				attempts++;
				throw new Error("no workers");
			},
			onStatus: () => undefined,
			now: () => time,
		});
		await expect(engine.judge(["a"])).rejects.toThrow();
		time += REST_MS;
		await expect(engine.judge(["a"])).rejects.toThrow();
		expect(attempts).toBe(2);
	});

	it("ends the worker when memory ran out while judging", async () => {
		const { engine, worker, serveAll } = openEngine();
		const loaded = engine.warmUp();
		await serveAll();
		await loaded;
		const refused = expect(engine.judge(["a"])).rejects.toMatchObject({
			failure: "out-of-memory",
		});
		await settle();
		worker().refuse("out-of-memory");
		await refused;
		expect(worker().ended()).toBe(true);
		expect(await engine.status()).toEqual({
			state: "failed",
			failure: "out-of-memory",
		});
	});

	it("gives the memory back when idle, and loads again on need", async () => {
		const { engine, workers, serveAll } = openEngine();
		const first = engine.judge(["a"]);
		await serveAll();
		await first;
		await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
		expect(workers[0]?.ended()).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(workers[0]?.ended()).toBe(true);
		expect(await engine.status()).toEqual({ state: "idle" });
		const next = engine.judge(["bb"]);
		await serveAll();
		expect(await next).toEqual([tooShort(2)]);
		expect(workers).toHaveLength(2);
	});

	it("is not idle while a long text is judged", async () => {
		const { engine, workers, serveAll } = openEngine();
		const loaded = engine.warmUp();
		await serveAll();
		await loaded;
		const asked = engine.judge(["a".repeat(200_000)]);
		await vi.advanceTimersByTimeAsync(IDLE_MS + 1);
		expect(workers[0]?.ended()).toBe(false);
		await serveAll();
		expect(await asked).toHaveLength(1);
	});
});
