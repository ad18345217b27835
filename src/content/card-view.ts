import { make } from "../shared/ui/dom.ts";
import { message } from "../shared/ui/i18n.ts";
import type { CardText } from "./card-text.ts";

/** Builds the card's content; texts are set as text, nothing is parsed as markup. */
export function cardView(
	{ verdict, part, facts, rate, reasons, hint }: CardText,
	close: () => void,
): HTMLElement {
	const button = make(
		"button",
		{ type: "button", "aria-label": message("card_close") },
		"✕",
	);
	button.addEventListener("click", close);
	const card = make(
		"section",
		{
			class: "card",
			role: "status",
			"aria-live": "polite",
			"aria-label": message("card_label"),
			tabindex: "-1",
		},
		make("header", {}, make("p", { class: "verdict" }, verdict), button),
		...(part === undefined ? [] : [make("p", { dir: "auto" }, part)]),
		make(
			"dl",
			{},
			...facts.flatMap(({ name, value }) => [
				make("dt", {}, name),
				make("dd", {}, value),
			]),
		),
	);
	if (rate !== undefined) card.append(make("p", {}, rate));
	if (reasons.length > 0)
		card.append(
			make("ul", {}, ...reasons.map((reason) => make("li", {}, reason))),
		);
	if (hint !== undefined) card.append(make("p", { class: "hint" }, hint));
	return card;
}
