import { RemoteFailure } from "../failure.ts";
import { within } from "../within.ts";
import {
	type FromWorker,
	isFromWorker,
	type Judged,
	type Loaded,
	type ToWorker,
} from "./protocol.ts";

/** What is used of a dedicated worker. */
export type WorkerLike = Pick<
	Worker,
	"postMessage" | "terminate" | "addEventListener"
>;

type Waiting = {
	readonly resolve: (answer: Loaded | Judged) => void;
	readonly reject: (error: Error) => void;
};

/** A running engine worker. Every call settles: with an answer, a failure, or the worker's death. */
export type WorkerLink = {
	readonly load: (limitMs: number) => Promise<Loaded>;
	readonly judge: (
		texts: readonly string[],
		limitMs: number,
	) => Promise<Judged>;
	/** Ends the worker, whose memory returns to the system; whatever still waits fails with `engine-stopped`. */
	readonly close: () => void;
};

export type LinkEvents = {
	readonly onProgress: (share: number) => void;
	/** The worker crashed, broke the protocol or kept silent too long. It is terminated already. */
	readonly onDeath: () => void;
};

/** Speaks the engine protocol with one worker. */
export function linkWorker(
	worker: WorkerLike,
	{ onProgress, onDeath }: LinkEvents,
): WorkerLink {
	const waiting = new Map<number, Waiting>();
	let lastId = 0;
	let open = true;

	const close = (reason = "the engine was stopped"): void => {
		if (!open) return;
		open = false;
		worker.terminate();
		for (const { reject } of waiting.values())
			reject(new RemoteFailure("engine-stopped", reason));
		waiting.clear();
	};
	const die = (reason: string): void => {
		if (!open) return;
		close(reason);
		onDeath();
	};

	const receive = (message: FromWorker): void => {
		if (message.kind === "progress") {
			onProgress(message.share);
			return;
		}
		const caller = waiting.get(message.id);
		waiting.delete(message.id);
		if (message.kind === "failed")
			caller?.reject(new RemoteFailure(message.failure, message.message));
		else caller?.resolve(message);
	};
	worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
		if (!open) return;
		if (isFromWorker(data)) receive(data);
		else die("the engine worker sent a malformed message");
	});
	worker.addEventListener("error", (event) =>
		die(`the engine worker crashed: ${event.message}`),
	);
	worker.addEventListener("messageerror", () =>
		die("the engine worker sent an unreadable message"),
	);

	const call = (
		limitMs: number,
		message: (id: number) => ToWorker,
	): Promise<Loaded | Judged> => {
		if (!open)
			return Promise.reject(
				new RemoteFailure("engine-stopped", "the engine was stopped"),
			);
		const id = ++lastId;
		const answered = new Promise<Loaded | Judged>((resolve, reject) => {
			waiting.set(id, { resolve, reject });
			worker.postMessage(message(id));
		});
		return within(answered, limitMs, () => {
			die("the engine worker kept silent");
			return new RemoteFailure(
				"engine-stopped",
				"the engine worker kept silent",
			);
		});
	};
	const expect = async <K extends "loaded" | "judged">(
		kind: K,
		answer: Promise<Loaded | Judged>,
	): Promise<Extract<Loaded | Judged, { kind: K }>> => {
		const message = await answer;
		if (isKind(message, kind)) return message;
		die("the engine worker answered another question");
		throw new RemoteFailure(
			"engine-stopped",
			"the engine worker answered another question",
		);
	};

	return {
		load: (limitMs) =>
			expect(
				"loaded",
				call(limitMs, (id) => ({ kind: "load", id })),
			),
		judge: (texts, limitMs) =>
			expect(
				"judged",
				call(limitMs, (id) => ({ kind: "judge", id, texts })),
			),
		close: () => close(),
	};
}

const isKind = <M extends { readonly kind: string }, K extends M["kind"]>(
	message: M,
	kind: K,
): message is Extract<M, { kind: K }> => message.kind === kind;
