import type { Verdict } from "../../scoring/verdict.ts";
import type { EngineStatus } from "../messages.ts";

/** The detector as the rest of the extension sees it, wherever it runs. */
export type Engine = {
	/**
	 * One verdict for each text, in order. Loads the model on first need.
	 * @throws RemoteFailure `engine-stopped` when the worker dies meanwhile: ask again.
	 */
	readonly judge: (texts: readonly string[]) => Promise<readonly Verdict[]>;
	/** Loads nothing. */
	readonly status: () => Promise<EngineStatus>;
	/** Loads the model, also after a failure; the status it ends in. Never rejects for a failed load. */
	readonly warmUp: () => Promise<EngineStatus>;
};
