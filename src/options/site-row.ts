import { make } from "../shared/ui/dom.ts";
import { message } from "../shared/ui/i18n.ts";

export interface SiteRowParts {
	readonly host: string;
	/** Whether the browser lets us read the site, where that matters. */
	readonly allowed: boolean;
	readonly onAllow: () => void;
	readonly onRemove: () => void;
}

/** One site of a list, with what can be done about it. */
export function siteRow({
	host,
	allowed,
	onAllow,
	onRemove,
}: SiteRowParts): HTMLLIElement {
	const row = make("li", {}, make("bdi", {}, host));
	if (!allowed) {
		row.append(
			make("span", { class: "note" }, message("options_not_allowed")),
			button(
				message("options_allow"),
				message("options_allow_site", host),
				onAllow,
			),
		);
	}
	row.append(
		button(
			message("options_remove"),
			message("options_remove_site", host),
			onRemove,
		),
	);
	return row;
}

function button(text: string, label: string, act: () => void): HTMLElement {
	const made = make("button", { type: "button", "aria-label": label }, text);
	made.addEventListener("click", act);
	return made;
}
