import type { Verdict } from "../../scoring/verdict.ts";
import { failureOf } from "../failure.ts";
import { MAX_TEXT_UNITS } from "../limits.ts";
import type { Sensitivity } from "../settings.ts";
import { make, setText } from "./dom.ts";
import { message } from "./i18n.ts";
import { latest } from "./latest.ts";
import { verdictDetails } from "./verdict-view.ts";
import { sentenceForFailure, sentenceForVerdict } from "./wording.ts";

/** Long enough that a writer's usual pause between words starts nothing, short enough to feel live. */
const REST_MS = 400;

export interface TextCheckParts {
	readonly judge: (text: string) => Promise<Verdict>;
	readonly sensitivity: () => Sensitivity;
	readonly signal: AbortSignal;
	readonly restMs?: number;
}

/** Fills `into` with a box for any text and its live verdict; the answer puts a text into the box. */
export function addTextCheck(
	into: HTMLElement,
	{ judge, sensitivity, signal, restMs = REST_MS }: TextCheckParts,
): (text: string) => void {
	const box = make("textarea", { id: "text", rows: "5", spellcheck: "false" });
	box.placeholder = message("check_placeholder");
	const said = make("p", { class: "said", role: "status" });
	const again = make("button", { type: "button" }, message("check_again"));
	again.hidden = true;
	const details = make("div", { class: "details" });

	const show = (sentence: string, parts: readonly Node[] = []) => {
		setText(said, sentence);
		details.replaceChildren(...parts);
		again.hidden = true;
	};
	const check = async (text: string, wanted: AbortSignal) => {
		try {
			const verdict = await judge(text);
			if (wanted.aborted) return;
			const level = sensitivity();
			show(
				sentenceForVerdict(verdict, level),
				verdictDetails(text, verdict, level),
			);
		} catch (error) {
			if (wanted.aborted) return;
			show(sentenceForFailure(failureOf(error)));
			again.hidden = false;
		}
	};
	const judged = latest(
		async (text: string, wanted) => {
			if (text.trim() === "") return;
			if (text.length > MAX_TEXT_UNITS) return show(message("check_too_long"));
			await check(text, wanted);
		},
		restMs,
		signal,
	);
	const changed = () => {
		show(box.value.trim() === "" ? "" : message("check_waiting"));
		judged(box.value);
	};
	box.addEventListener("input", changed, { signal });
	again.addEventListener("click", changed, { signal });
	into.append(
		make("label", { for: "text", class: "spoken" }, message("check_label")),
		box,
		said,
		again,
		details,
	);
	return (text) => {
		box.value = text;
		changed();
	};
}
