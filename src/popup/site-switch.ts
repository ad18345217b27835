import { guard } from "../shared/guard.ts";
import type { Settings } from "../shared/settings.ts";
import {
	type ChangeParts,
	changeSettings,
} from "../shared/ui/change-settings.ts";
import { find, setText } from "../shared/ui/dom.ts";
import { mayRead } from "../shared/ui/hosts.ts";
import { message } from "../shared/ui/i18n.ts";
import { isChecked, siteChange } from "./site-choice.ts";

export interface SiteSwitchParts extends ChangeParts {
	readonly host: string;
	readonly signal: AbortSignal;
}

/** "Check this site automatically": asks for the site's permission in the click when it is needed. */
export async function startSiteSwitch(
	row: HTMLElement,
	parts: SiteSwitchParts,
): Promise<void> {
	const { host, signal, store, permissions } = parts;
	const toggle = find(row, "input", HTMLInputElement);
	const said = find(row, "#site-said", HTMLElement);
	setText(find(row, "label", HTMLElement), message("popup_site", host));

	let settings = await store.read();
	const refresh = async (newer: Settings) => {
		const allowed = await mayRead(permissions, host);
		if (signal.aborted) return;
		settings = newer;
		toggle.checked = isChecked(settings, host, allowed);
	};
	const change = async () => {
		const on = toggle.checked;
		const before = settings;
		const change = siteChange(before, host, on);
		const stands = await changeSettings(parts, { before, ...change });
		if (signal.aborted) return;
		setText(said, noteFor(before, on, stands));
		await refresh(await store.read());
	};
	toggle.addEventListener("change", () => void guard("site switch", change), {
		signal,
	});
	store.watch(
		(newer) => void guard("site switch", () => refresh(newer)),
		signal,
	);
	await refresh(settings);
	row.hidden = false;
}

function noteFor(before: Settings, on: boolean, stands: boolean): string {
	if (!stands) return message("popup_site_refused");
	return on && before.mode === "on-click" ? message("popup_site_mode") : "";
}
