import type { Browser } from "webextension-polyfill";
import { RemoteFailure } from "../shared/failure.ts";
import type { OffscreenApi } from "./offscreen-api.ts";

const PAGE = "offscreen/index.html";
/** Between two asks of a document that is still starting. */
const RETRY_MS = 50;
/** A document without a model starts in far less; after this it never will. */
const MAX_TRIES = 100;

export type OffscreenSeams = {
	readonly offscreen: OffscreenApi;
	readonly runtime: Pick<Browser["runtime"], "getContexts" | "getURL">;
	/** Rejects as long as the document does not answer. */
	readonly greet: () => Promise<unknown>;
};

export type OffscreenDocument = {
	readonly exists: () => Promise<boolean>;
	/** Resolves once the one document is there and answers; creates it where there is none. */
	readonly open: () => Promise<void>;
};

const pause = (): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, RETRY_MS));

/**
 * The extension's one offscreen document. The browser keeps it when this worker dies, and may end it
 * while this worker lives, so nothing is remembered but a start that is under way.
 */
export function createOffscreenDocument({
	offscreen,
	runtime,
	greet,
}: OffscreenSeams): OffscreenDocument {
	let opening: Promise<void> | undefined;

	const exists = async (): Promise<boolean> => {
		const contexts = await runtime.getContexts({
			documentUrls: [runtime.getURL(PAGE)],
		});
		return contexts.length > 0;
	};
	const answers = async (): Promise<void> => {
		for (let tries = 0; tries < MAX_TRIES; tries++) {
			try {
				await greet();
				return;
			} catch {
				await pause();
			}
		}
		throw new RemoteFailure("engine-stopped", "the engine host never answered");
	};
	const create = async (): Promise<void> => {
		try {
			await offscreen.createDocument({
				url: PAGE,
				reasons: ["WORKERS"],
				justification: "Runs the language model in a worker with threads.",
			});
		} catch (error) {
			// An earlier life of this worker may have asked just before it died.
			if (!(await exists())) throw error;
		}
	};
	const start = async (): Promise<void> => {
		if (!(await exists())) await create();
		await answers();
	};
	const open = (): Promise<void> => {
		opening ??= start().finally(() => {
			opening = undefined;
		});
		return opening;
	};
	return { exists, open };
}
