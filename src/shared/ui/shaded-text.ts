import type { Span } from "../../scoring/verdict.ts";
import { make } from "./dom.ts";
import { message } from "./i18n.ts";
import { probabilityText } from "./numbers.ts";

/** Posterior probability from which a sentence is shaded at all. */
const SHADED = 0.5;
/** Posterior probability from which it is shaded strongly. */
const STRONG = 0.9;

/** The text, with the sentences that read most machine-like shaded and underlined by strength. */
export function shadedText(
	text: string,
	spans: readonly Span[],
): DocumentFragment {
	const shown = document.createDocumentFragment();
	let at = 0;
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		const from = Math.max(at, span.from);
		const to = Math.min(text.length, span.to);
		if (to <= from || span.probability < SHADED) continue;
		shown.append(text.slice(at, from), shaded(text.slice(from, to), span));
		at = to;
	}
	shown.append(text.slice(at));
	return shown;
}

function shaded(words: string, { probability }: Span): HTMLElement {
	const percent = probabilityText(probability);
	const strength = probability >= STRONG ? "strong" : "light";
	const spoken = make(
		"span",
		{ class: "spoken" },
		message("check_span", percent),
	);
	return make(
		"mark",
		{ class: `shade ${strength}`, title: message("check_span", percent) },
		spoken,
		words,
	);
}
