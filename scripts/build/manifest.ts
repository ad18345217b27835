import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../lib/root.ts";

/**
 * Writes the manifest. `hostPermissions` grants pages that a user would have to grant by a click, for demo and
 * tests; such a build says so in its name and is not for release.
 */
export async function writeManifest(
	outDir: string,
	hostPermissions: readonly string[],
): Promise<void> {
	const text = await readFile(inRoot("manifest.json"), "utf8");
	const manifest: Record<string, unknown> = JSON.parse(text);
	if (hostPermissions.length > 0) {
		manifest.name = "Telltale (demo build)";
		manifest.host_permissions = hostPermissions;
	}
	await writeFile(
		join(outDir, "manifest.json"),
		`${JSON.stringify(manifest, null, "\t")}\n`,
	);
}
