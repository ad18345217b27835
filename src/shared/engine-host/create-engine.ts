import { failureOf } from "../failure.ts";
import { judgeLimitMs } from "../limits.ts";
import type { EngineStatus } from "../messages.ts";
import type { Engine } from "./engine.ts";
import { createJobQueue, type JudgeTexts } from "./job-queue.ts";
import { createVerdictCache } from "./verdict-cache.ts";
import { answerFrom, rememberIn } from "./with-cache.ts";
import { keepWorker } from "./worker-keeper.ts";
import type { WorkerLike } from "./worker-link.ts";

export type EngineSeams = {
	readonly spawn: () => WorkerLike;
	/** Hears every change of the status. */
	readonly onStatus: (status: EngineStatus) => void;
	/** Milliseconds on any clock that only goes forward. */
	readonly now: () => number;
};

/** The engine over one dedicated worker: remembered verdicts first, then the queue, then the model. */
export function createEngine({ spawn, onStatus, now }: EngineSeams): Engine {
	let status: EngineStatus = { state: "idle" };
	const report = (next: EngineStatus): void => {
		status = next;
		onStatus(next);
	};
	const keeper = keepWorker({ spawn, now, report });
	const cache = createVerdictCache();

	const judgeSlice: JudgeTexts = (texts) =>
		keeper.use(async (link, loadMs) => {
			const { verdicts, tokensScored, busyMs } = await link.judge(
				texts,
				judgeLimitMs(texts),
			);
			report({ state: "ready", tokensScored, busyMs, loadMs });
			return verdicts;
		});

	return {
		judge: answerFrom(cache, createJobQueue(rememberIn(cache, judgeSlice))),
		status: async () => status,
		warmUp: async () => {
			keeper.endRest();
			try {
				await keeper.use(async () => undefined);
				return status;
			} catch (error) {
				return { state: "failed", failure: failureOf(error) };
			}
		},
	};
}
