import { watch } from "node:fs";
import { inRoot } from "../lib/root.ts";

/** Editors write a file in several steps: wait this long (milliseconds) after the last one. */
const SETTLED_MS = 150;

/** Calls `onChange` when a file that is copied as it is has changed. */
export function watchStatic(onChange: () => void, signal: AbortSignal): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const changed = (name: string | null) => {
		if (name?.endsWith(".ts") === true) return;
		clearTimeout(timer);
		timer = setTimeout(onChange, SETTLED_MS);
	};
	for (const folder of ["src", "_locales", "icons"])
		watch(inRoot(folder), { recursive: true, signal }, (_event, name) =>
			changed(name),
		);
	watch(inRoot("manifest.json"), { signal }, (_event, name) => changed(name));
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}
