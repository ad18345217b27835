import type { Browser, Storage } from "webextension-polyfill";
import { fakeEvent } from "./fake-event.ts";

type Area = Pick<Storage.StorageArea, "get" | "set" | "remove">;
type Local = Browser["storage"]["local"];

/** An extension's storage in memory, with JSON's losses as in Chrome, that can be made to fail like a full disk. */
export function fakeStorage() {
	const values = new Map<string, unknown>();
	const onChanged =
		fakeEvent<
			(changes: Record<string, Storage.StorageChange>, area: string) => void
		>();
	const disk = { broken: false };
	const check = (): void => {
		if (disk.broken) throw new Error("QUOTA_BYTES quota exceeded");
	};
	const area: Area = {
		get: async (keys) => {
			check();
			const wanted =
				typeof keys === "string" ? [keys] : Array.isArray(keys) ? keys : [];
			return Object.fromEntries(
				wanted
					.filter((key) => values.has(key))
					.map((key) => [key, values.get(key)]),
			);
		},
		set: async (items) => {
			check();
			for (const [key, value] of Object.entries(items)) {
				const newValue: unknown = JSON.parse(JSON.stringify(value));
				const oldValue = values.get(key);
				values.set(key, newValue);
				onChanged.fire({ [key]: { oldValue, newValue } }, "local");
			}
		},
		remove: async (keys) => {
			check();
			for (const key of typeof keys === "string" ? [keys] : keys)
				values.delete(key);
		},
	};
	return { area, local: area as Local, onChanged, values, disk };
}
