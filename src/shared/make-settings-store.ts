import type { Browser, Storage } from "webextension-polyfill";
import { RemoteFailure } from "./failure.ts";
import { guard } from "./guard.ts";
import type { Settings } from "./settings.ts";
import { settingsFrom } from "./settings-check.ts";

/** One key, so that a write is whole or not at all. */
export const SETTINGS_KEY = "settings";

export type SettingsStore = {
	/** The stored settings, or the defaults where nothing valid is stored or storage cannot be read. */
	readonly read: () => Promise<Settings>;
	/**
	 * Stores the changes over what is there, one write after the other, and returns the whole.
	 * @throws RemoteFailure `unknown` when storage refuses (disk full, quota); what was stored stays.
	 */
	readonly write: (changes: Partial<Settings>) => Promise<Settings>;
	/** Calls back with every later change, whichever context made it. */
	readonly watch: (
		onChange: (settings: Settings) => void,
		signal: AbortSignal,
	) => void;
};

/** Makes the settings store over an extension's storage; see `settings-store.ts`. */
export function makeSettingsStore(
	storage: Pick<Browser["storage"], "local" | "onChanged">,
): SettingsStore {
	let lastWrite: Promise<unknown> = Promise.resolve();

	const stored = async (): Promise<Settings> =>
		settingsFrom((await storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);

	const read = async (): Promise<Settings> => {
		try {
			return await stored();
		} catch (error) {
			console.error(
				"Telltale: settings cannot be read, defaults are used",
				error,
			);
			return settingsFrom(undefined);
		}
	};

	const store = async (changes: Partial<Settings>): Promise<Settings> => {
		try {
			const settings = settingsFrom({ ...(await stored()), ...changes });
			await storage.local.set({ [SETTINGS_KEY]: settings });
			return settings;
		} catch (cause) {
			throw new RemoteFailure(
				"unknown",
				`settings were not saved: ${String(cause)}`,
				{ cause },
			);
		}
	};

	const write = (changes: Partial<Settings>): Promise<Settings> => {
		const next = lastWrite.then(() => store(changes));
		lastWrite = next.catch(() => undefined);
		return next;
	};

	const watch: SettingsStore["watch"] = (onChange, signal) => {
		const listener = (
			changes: Record<string, Storage.StorageChange>,
			area: string,
		): void => {
			const change = changes[SETTINGS_KEY];
			if (area !== "local" || change === undefined) return;
			void guard("settings change", () =>
				onChange(settingsFrom(change.newValue)),
			);
		};
		storage.onChanged.addListener(listener);
		signal.addEventListener(
			"abort",
			() => storage.onChanged.removeListener(listener),
			{ once: true },
		);
	};

	return { read, write, watch };
}
