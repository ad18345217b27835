import {
	type FromWorker,
	isToWorker,
	type ToWorker,
} from "../shared/engine-host/protocol.ts";
import { classifyError } from "./classify-error.ts";
import type { Detector } from "./detector.ts";

export type ServiceSeams = {
	readonly load: (onProgress: (share: number) => void) => Promise<Detector>;
	readonly post: (message: FromWorker) => void;
	/** Milliseconds on any clock that only goes forward. */
	readonly now: () => number;
};

/** Ten reports a second are smooth to the eye; each one crosses three contexts. */
const PROGRESS_EVERY_MS = 100;

/**
 * The engine worker's side of the protocol: loads once, runs one request after the other, and answers
 * each with a result or a classified failure.
 * @returns the receiver of messages; it throws a TypeError for one that does not fit the protocol.
 */
export function createService({
	load,
	post,
	now,
}: ServiceSeams): (message: unknown) => void {
	const forever = new AbortController().signal;
	let detector: Promise<Detector> | undefined;
	let last: Promise<void> = Promise.resolve();
	let loadMs = 0;
	let busyMs = 0;

	const start = async (): Promise<Detector> => {
		const began = now();
		let reported = Number.NEGATIVE_INFINITY;
		const loaded = await load((share) => {
			if (now() - reported < PROGRESS_EVERY_MS) return;
			reported = now();
			post({ kind: "progress", share: Math.min(1, Math.max(0, share)) });
		});
		loadMs = now() - began;
		return loaded;
	};
	const ready = (): Promise<Detector> => {
		detector ??= start().catch((error: unknown) => {
			detector = undefined;
			throw error;
		});
		return detector;
	};

	const answer = async (message: ToWorker): Promise<FromWorker> => {
		const { id } = message;
		const loaded = await ready();
		if (message.kind === "load") return { kind: "loaded", id, loadMs };
		const began = now();
		const verdicts = await loaded.judge(message.texts, forever);
		busyMs += now() - began;
		return {
			kind: "judged",
			id,
			verdicts,
			tokensScored: loaded.tokensScored(),
			busyMs,
		};
	};
	const handle = async (message: ToWorker): Promise<void> => {
		try {
			post(await answer(message));
		} catch (error) {
			console.error("Telltale: the model failed", error);
			post({
				kind: "failed",
				id: message.id,
				failure: classifyError(error),
				message: String(error),
			});
		}
	};

	return (message) => {
		if (!isToWorker(message))
			throw new TypeError("malformed message to the engine worker");
		last = last.then(() => handle(message));
	};
}
