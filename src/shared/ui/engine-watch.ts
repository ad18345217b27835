import { failureOf } from "../failure.ts";
import { guard } from "../guard.ts";
import type { Send } from "../make-send.ts";
import type { Serve } from "../make-serve.ts";
import type { EngineStatus } from "../messages.ts";
import { addEngineView } from "./engine-view.ts";

export interface EngineWatchParts {
	readonly send: Send;
	readonly serve: Serve;
	readonly signal: AbortSignal;
}

/** Shows the language model's state in `into`, now and whenever it changes. */
export function watchEngine(
	into: HTMLElement,
	{ send, serve, signal }: EngineWatchParts,
): void {
	const ask = async (
		name: "background.engine-status" | "background.warm-up",
	) => {
		const status = await send(name, {}).catch(
			(error: unknown): EngineStatus => ({
				state: "failed",
				failure: failureOf(error),
			}),
		);
		if (!signal.aborted) show(status);
	};
	const retry = () => {
		show({ state: "loading", progress: 0 });
		void guard("retry", () => ask("background.warm-up"));
	};
	const show = addEngineView(into, retry, signal);
	serve(
		"pages",
		{
			"pages.engine-status": (status) => {
				show(status);
				return {};
			},
		},
		signal,
	);
	void guard("engine status", () => ask("background.engine-status"));
}
