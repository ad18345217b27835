import { guard } from "../shared/guard.ts";
import type { Send } from "../shared/make-send.ts";
import type { SettingsStore } from "../shared/make-settings-store.ts";
import {
	MARKED_P_VALUE,
	SENSITIVITIES,
	type Sensitivity,
} from "../shared/settings.ts";
import { type MessageKey, message } from "../shared/ui/i18n.ts";
import { countText } from "../shared/ui/numbers.ts";
import { addRadioGroup } from "../shared/ui/radio-group.ts";

const LABELS = {
	high: "options_sensitivity_high",
	normal: "options_sensitivity_normal",
	low: "options_sensitivity_low",
} as const satisfies Record<Sensitivity, MessageKey>;

export interface SensitivityParts {
	readonly store: SettingsStore;
	readonly send: Send;
	readonly signal: AbortSignal;
}

/** Adds the three levels, each with the false alarms it promises. */
export async function startSensitivity(
	into: HTMLElement,
	{ store, send, signal }: SensitivityParts,
): Promise<void> {
	const settings = await store.read();
	const choose = async (sensitivity: Sensitivity) => {
		await store.write({ sensitivity });
		await send("background.settings-changed", {});
	};
	const select = addRadioGroup<Sensitivity>(into, {
		name: "sensitivity",
		legend: message("options_sensitivity_title"),
		choices: SENSITIVITIES.map((value) => ({
			value,
			label: message(LABELS[value]),
			note: message(
				"options_sensitivity_note",
				countText(Math.round(1 / MARKED_P_VALUE[value])),
			),
		})),
		onChoose: (level) => void guard("sensitivity", () => choose(level)),
		signal,
	});
	select(settings.sensitivity);
	store.watch((newer) => select(newer.sensitivity), signal);
}
