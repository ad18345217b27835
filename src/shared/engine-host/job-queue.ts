import type { Verdict } from "../../scoring/verdict.ts";
import { RemoteFailure } from "../failure.ts";
import { slicesOf } from "./slices.ts";

export type JudgeTexts = (
	texts: readonly string[],
) => Promise<readonly Verdict[]>;

type Job = {
	readonly texts: readonly string[];
	/** Runs still to do, as indices into `texts`. */
	readonly slices: number[][];
	/** By index into `texts`. */
	readonly verdicts: Map<number, Verdict>;
	readonly resolve: (verdicts: readonly Verdict[]) => void;
	readonly reject: (error: unknown) => void;
};

/**
 * Runs jobs slice by slice, one slice at a time, and gives every waiting job its turn after each, so that
 * a long page cannot hold up a short selection. A slice that fails rejects its own job only.
 */
export function createJobQueue(judgeSlice: JudgeTexts): JudgeTexts {
	const waiting: Job[] = [];
	let running = false;

	const runSlice = async (job: Job): Promise<void> => {
		const slice = job.slices.shift() ?? [];
		const texts = slice.map((index) => job.texts[index] ?? "");
		const verdicts = await judgeSlice(texts);
		for (const [place, index] of slice.entries()) {
			const verdict = verdicts[place];
			if (verdict === undefined)
				throw new RemoteFailure("unknown", "a text has no verdict");
			job.verdicts.set(index, verdict);
		}
	};

	const finish = (job: Job): void => {
		job.resolve(
			job.texts.flatMap((_text, index) => job.verdicts.get(index) ?? []),
		);
	};

	const run = async (): Promise<void> => {
		if (running) return;
		running = true;
		for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
			try {
				await runSlice(job);
				if (job.slices.length === 0) finish(job);
				else waiting.push(job);
			} catch (error) {
				job.reject(error);
			}
		}
		running = false;
	};

	return (texts) =>
		new Promise((resolve, reject) => {
			if (texts.length === 0) return resolve([]);
			waiting.push({
				texts,
				slices: slicesOf(texts),
				verdicts: new Map(),
				resolve,
				reject,
			});
			void run();
		});
}
