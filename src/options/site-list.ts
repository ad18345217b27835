import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import {
	type ChangeParts,
	changeSettings,
} from "../shared/ui/change-settings.ts";
import { find, setText } from "../shared/ui/dom.ts";
import { hostFrom, mayRead, patternsOf } from "../shared/ui/hosts.ts";
import { message } from "../shared/ui/i18n.ts";
import { watchPermissions } from "../shared/ui/watch-permissions.ts";
import { type ListKey, listChange } from "./list-change.ts";
import { siteRow } from "./site-row.ts";

export interface SiteListParts extends ChangeParts {
	readonly permissions: Browser["permissions"];
	readonly key: ListKey;
	readonly signal: AbortSignal;
}

/** A list of host names with a box to add one; chosen sites need the browser's permission as well. */
export async function startSiteList(
	into: HTMLElement,
	parts: SiteListParts,
): Promise<void> {
	const { permissions, store, key, signal } = parts;
	const form = find(into, "form", HTMLFormElement);
	const typed = find(into, "input", HTMLInputElement);
	const list = find(into, "ul", HTMLUListElement);
	const said = find(into, "[role=status]", HTMLElement);
	const isChosen = key === "chosenSites";
	let settings = await store.read();

	const change = async (host: string, listed: boolean) => {
		const before = settings;
		const changes = listChange(before, key, { host, listed });
		const patterns = isChosen ? patternsOf(host) : [];
		const stands = await changeSettings(parts, {
			before,
			changes,
			needs: listed ? patterns : [],
			frees: listed ? [] : patterns,
		});
		if (signal.aborted) return;
		const done = message(listed ? "options_added" : "options_removed", host);
		setText(said, stands ? done : message("options_refused", host));
		await refresh();
	};
	const refresh = async () => {
		const newer = await store.read();
		const hosts = [...newer[key]].sort();
		const allowed = await Promise.all(
			hosts.map(async (host) => !isChosen || mayRead(permissions, host)),
		);
		if (signal.aborted) return;
		settings = newer;
		list.replaceChildren(
			...hosts.map((host, at) =>
				siteRow({
					host,
					allowed: allowed[at] === true,
					onAllow: () => void guard("allow", () => change(host, true)),
					onRemove: () => {
						typed.focus();
						void guard("remove", () => change(host, false));
					},
				}),
			),
		);
	};
	form.addEventListener(
		"submit",
		(event) => {
			event.preventDefault();
			const host = hostFrom(typed.value);
			typed.setAttribute("aria-invalid", String(host === undefined));
			if (host === undefined) {
				setText(said, message("options_not_a_site"));
				typed.focus();
				return;
			}
			typed.value = "";
			void guard("add", () => change(host, true));
		},
		{ signal },
	);
	const again = () => void guard("sites", refresh);
	store.watch(again, signal);
	watchPermissions(permissions, again, signal);
	await refresh();
}
