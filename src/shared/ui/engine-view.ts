import type { EngineStatus } from "../messages.ts";
import { make, setText } from "./dom.ts";
import { message } from "./i18n.ts";
import { countText, shareText } from "./numbers.ts";
import { sentenceForFailure } from "./wording.ts";

/** One sentence on the state of the language model. */
export function sentenceForEngine(status: EngineStatus): string {
	switch (status.state) {
		case "idle":
			return message("engine_idle");
		case "loading":
			return message("engine_loading", shareText(status.progress));
		case "ready":
			return readySentence(status.tokensScored, status.busyMs);
		case "failed":
			return sentenceForFailure(status.failure);
	}
}

/** Fewer tokens than this (a few passages) say little of the speed. */
const TELLING_TOKENS = 500;

function readySentence(tokens: number, busyMs: number): string {
	if (tokens < TELLING_TOKENS || busyMs <= 0) return message("engine_ready");
	const perSecond = Math.round((tokens * 1000) / busyMs);
	return message("engine_ready_speed", countText(perSecond));
}

/** Fills `into` with the model's state and a retry; the answer shows a newer state. */
export function addEngineView(
	into: HTMLElement,
	retry: () => void,
	signal: AbortSignal,
): (status: EngineStatus) => void {
	const said = make("p", { role: "status" });
	const bar = make("progress", {
		max: "1",
		"aria-label": message("engine_progress"),
	});
	const again = make("button", { type: "button" }, message("engine_retry"));
	again.addEventListener("click", retry, { signal });
	into.append(said, bar, again);
	return (status) => {
		setText(said, sentenceForEngine(status));
		bar.hidden = status.state !== "loading";
		if (status.state === "loading") bar.value = status.progress;
		again.hidden = status.state !== "failed";
	};
}
