import type { Browser } from "../browser.ts";
import { guard } from "../guard.ts";
import type { Mode, Settings } from "../settings.ts";
import { MODES } from "../settings.ts";
import { type ChangeParts, changeSettings } from "./change-settings.ts";
import { make, setText } from "./dom.ts";
import { ALL_SITES } from "./hosts.ts";
import { type MessageKey, message } from "./i18n.ts";
import { addRadioGroup } from "./radio-group.ts";
import { watchPermissions } from "./watch-permissions.ts";

export interface ModeChoiceParts extends ChangeParts {
	readonly permissions: Browser["permissions"];
	readonly signal: AbortSignal;
}

const LABELS = {
	"all-sites": "mode_all_sites",
	"chosen-sites": "mode_chosen_sites",
	"on-click": "mode_on_click",
} as const satisfies Record<Mode, MessageKey>;

const NOTES = {
	"all-sites": "mode_all_sites_note",
	"chosen-sites": "mode_chosen_sites_note",
	"on-click": "mode_on_click_note",
} as const satisfies Record<Mode, MessageKey>;

/** Adds the choice of where pages are checked by themselves, and says so when the browser no longer allows it. */
export async function startModeChoice(
	into: HTMLElement,
	parts: ModeChoiceParts,
): Promise<void> {
	const { permissions, store, signal } = parts;
	let settings = await store.read();
	const choose = async (mode: Mode) => {
		const before = settings;
		const stands = await changeSettings(parts, {
			before,
			changes: { mode },
			needs: mode === "all-sites" ? ALL_SITES : [],
			frees: mode === "all-sites" ? [] : ALL_SITES,
		});
		if (signal.aborted) return;
		setText(said, stands ? message("mode_saved") : message("mode_refused"));
		await refresh(await store.read());
	};
	const select = addRadioGroup<Mode>(into, {
		name: "mode",
		legend: message("mode_title"),
		choices: MODES.map((value) => ({
			value,
			label: message(LABELS[value]),
			note: message(NOTES[value]),
		})),
		onChoose: (mode) => void guard("mode", () => choose(mode)),
		signal,
	});
	const said = make("p", { class: "note", role: "status" });
	const allow = make("button", { type: "button" }, message("mode_allow"));
	const withdrawn = make(
		"div",
		{ class: "notice", role: "status" },
		make("p", {}, message("mode_withdrawn")),
		allow,
	);
	allow.addEventListener(
		"click",
		() => void guard("allow", () => choose("all-sites")),
		{ signal },
	);
	withdrawn.hidden = true;
	into.append(said, withdrawn);

	const refresh = async (newer: Settings) => {
		const allowed = await permissions.contains({ origins: [...ALL_SITES] });
		if (signal.aborted) return;
		settings = newer;
		select(settings.mode);
		withdrawn.hidden = settings.mode !== "all-sites" || allowed;
	};
	const again = () =>
		void guard("mode", async () => refresh(await store.read()));
	store.watch(again, signal);
	watchPermissions(permissions, again, signal);
	await refresh(settings);
}
