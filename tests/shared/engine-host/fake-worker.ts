import type {
	FromWorker,
	ToWorker,
} from "../../../src/shared/engine-host/protocol.ts";
import type { WorkerLike } from "../../../src/shared/engine-host/worker-link.ts";
import { tooShort } from "../verdicts.ts";

/** An engine worker whose answers the test gives. */
export type FakeWorker = WorkerLike & {
	readonly received: ToWorker[];
	readonly ended: () => boolean;
	/** Posts anything to the host, also nonsense. */
	readonly post: (message: unknown) => void;
	/** Answers the request received last. */
	readonly answer: () => void;
	readonly refuse: (failure: string) => void;
	readonly crash: () => void;
};

/** The words of a fake verdict are the length of its text, so that mixed-up answers show. */
export function answerTo(message: ToWorker): FromWorker {
	const { id } = message;
	if (message.kind === "load") return { kind: "loaded", id, loadMs: 5 };
	const verdicts = message.texts.map((text) => tooShort(text.length));
	return { kind: "judged", id, verdicts, tokensScored: 7, busyMs: 3 };
}

export function fakeWorker(): FakeWorker {
	const target = new EventTarget();
	const received: ToWorker[] = [];
	let ended = false;
	const post = (data: unknown): void =>
		void target.dispatchEvent(new MessageEvent("message", { data }));
	const last = (): ToWorker => {
		const message = received.at(-1);
		if (message === undefined) throw new Error("nothing was asked");
		return message;
	};
	return {
		addEventListener: target.addEventListener.bind(target),
		postMessage: (message: ToWorker) => void received.push(message),
		terminate: () => {
			ended = true;
		},
		received,
		ended: () => ended,
		post,
		answer: () => post(answerTo(last())),
		refuse: (failure) =>
			post({ kind: "failed", id: last().id, failure, message: failure }),
		crash: () =>
			void target.dispatchEvent(
				Object.assign(new Event("error"), { message: "gone" }),
			),
	};
}

/** Lets every promise that can settle now settle. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
