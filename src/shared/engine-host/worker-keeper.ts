import { failureOf, RemoteFailure } from "../failure.ts";
import { LOAD_MS } from "../limits.ts";
import type { EngineStatus, Failure } from "../messages.ts";
import { linkWorker, type WorkerLike, type WorkerLink } from "./worker-link.ts";

const MINUTE_MS = 60_000;
/** A reader comes back to checking within minutes; half a gigabyte must not lie idle for longer. */
export const IDLE_MS = 5 * MINUTE_MS;
/** So long after a failed load, pages get the same failure at once instead of another load. */
export const REST_MS = MINUTE_MS;
/** So many deaths within REST_MS, and the next start would die too. */
export const MAX_DEATHS = 3;

type Seams = {
	readonly spawn: () => WorkerLike;
	readonly now: () => number;
	readonly report: (status: EngineStatus) => void;
};

type Ready = { readonly link: WorkerLink; readonly loadMs: number };

export type WorkerKeeper = {
	/**
	 * Runs work on the loaded worker. It is started once for all who wait, and ended when long unused.
	 * @throws RemoteFailure of the load, or `engine-stopped`.
	 */
	readonly use: <T>(
		work: (link: WorkerLink, loadMs: number) => Promise<T>,
	) => Promise<T>;
	/** The next use tries again, even right after a failure. */
	readonly endRest: () => void;
};

/** Keeps one worker: starts it, starts it again after a death, rests after a failure, ends it when idle. */
export function keepWorker({ spawn, now, report }: Seams): WorkerKeeper {
	let link: WorkerLink | undefined;
	let loading: Promise<Ready> | undefined;
	let rest: { readonly failure: Failure; readonly until: number } | undefined;
	let deaths: readonly number[] = [];
	let users = 0;
	let idle: ReturnType<typeof setTimeout> | undefined;

	const stop = (status: EngineStatus): void => {
		link?.close();
		link = undefined;
		loading = undefined;
		report(status);
	};
	const fail = (failure: Failure): void => {
		rest = { failure, until: now() + REST_MS };
		stop({ state: "failed", failure });
	};
	const onDeath = (): void => {
		deaths = [...deaths.filter((time) => time > now() - REST_MS), now()];
		if (deaths.length < MAX_DEATHS) stop({ state: "idle" });
		else fail("engine-stopped");
	};

	const load = async (): Promise<Ready> => {
		let opened: WorkerLink | undefined;
		try {
			report({ state: "loading", progress: 0 });
			const onProgress = (progress: number): void =>
				report({ state: "loading", progress });
			opened = linkWorker(spawn(), { onProgress, onDeath });
			link = opened;
			const { loadMs } = await opened.load(LOAD_MS);
			report({ state: "ready", tokensScored: 0, busyMs: 0, loadMs });
			return { link: opened, loadMs };
		} catch (error) {
			// After a death the link is another one or none, and the state is settled already.
			if (link === opened) fail(failureOf(error));
			throw error;
		}
	};
	const ready = async (): Promise<Ready> => {
		if (rest !== undefined && now() < rest.until) {
			throw new RemoteFailure(rest.failure, "the engine rests after a failure");
		}
		rest = undefined;
		loading ??= load();
		const current = loading;
		try {
			return await current;
		} catch (error) {
			if (loading === current) loading = undefined;
			throw error;
		}
	};

	const use: WorkerKeeper["use"] = async (work) => {
		users += 1;
		clearTimeout(idle);
		try {
			const { link: loaded, loadMs } = await ready();
			return await work(loaded, loadMs);
		} catch (error) {
			// A heap that ran full is not to be trusted again.
			if (failureOf(error) === "out-of-memory" && link !== undefined)
				fail("out-of-memory");
			throw error;
		} finally {
			users -= 1;
			if (users === 0)
				idle = setTimeout(() => link && stop({ state: "idle" }), IDLE_MS);
		}
	};
	const endRest = (): void => {
		rest = undefined;
		deaths = [];
	};
	return { use, endRest };
}
