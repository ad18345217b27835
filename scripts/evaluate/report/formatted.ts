import { execFileSync } from "node:child_process";
import { inRoot } from "../../lib/root.ts";

/** Lays written files out as the repository's lint asks for. */
export const format = (files: readonly string[]): void => {
	const biome = inRoot("node_modules/@biomejs/biome/bin/biome");
	execFileSync(
		process.execPath,
		[biome, "format", "--write", "--files-max-size=20000000", ...files],
		{ cwd: inRoot(), stdio: "ignore" },
	);
};
