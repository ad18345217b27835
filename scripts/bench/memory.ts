import { readdirSync, readFileSync } from "node:fs";

export interface Memory {
	/** Largest resident size so far, MB. */
	readonly peakMb: number;
	/** Resident size now, MB. */
	readonly residentMb: number;
}

const KIB_PER_MB = 1_000_000 / 1024;

function read(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}

const statusField = (status: string, name: string): number =>
	Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);

/** True when the process or one above it was started with `argument`. */
function belongsTo(pid: number, argument: string): boolean {
	for (let at = pid; at > 1; ) {
		if (read(`/proc/${at}/cmdline`).includes(argument)) return true;
		at = statusField(read(`/proc/${at}/status`), "PPid");
	}
	return false;
}

/**
 * Memory of the process that runs the extension's pages, its service worker and its engine, in the Chromium that
 * loaded `extension`. Undefined where there is no /proc or no such process.
 */
export function extensionMemory(extension: string): Memory | undefined {
	const statuses = (process.platform === "linux" ? readdirSync("/proc") : [])
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) =>
			read(`/proc/${pid}/cmdline`).includes("--extension-process"),
		)
		.filter((pid) => belongsTo(Number(pid), `--load-extension=${extension}`))
		.map((pid) => read(`/proc/${pid}/status`));
	if (statuses.length === 0) return undefined;
	const total = (name: string) =>
		statuses.reduce((sum, status) => sum + statusField(status, name), 0);
	return {
		peakMb: total("VmHWM") / KIB_PER_MB,
		residentMb: total("VmRSS") / KIB_PER_MB,
	};
}
