import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { inRoot } from "../../lib/root.ts";
import { sha256 } from "../data/hash.ts";

/** Files of `model/` that change no number. */
const NO_NUMBERS = new Set(["CARD.md", "LICENSE"]);

function modelFiles(): string[] {
	return readdirSync(inRoot("model"), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !NO_NUMBERS.has(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** The detector's code as it runs: comments, types and layout leave it as it is. */
async function codeText(): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [inRoot("src/engine/load-detector.ts")],
		bundle: true,
		minify: true,
		format: "esm",
		platform: "node",
		packages: "external",
		write: false,
	});
	return outputFiles.map(({ text }) => text).join("");
}

/** One name for everything that a score depends on: weights, heads, code and the model library's version. */
export async function detectorHash(): Promise<string> {
	const files = modelFiles().map((file) => sha256(readFileSync(file)));
	const { dependencies } = JSON.parse(
		readFileSync(inRoot("package.json"), "utf8"),
	);
	const parts = [...files, await codeText(), JSON.stringify(dependencies)];
	return sha256(parts.join("\n")).slice(0, 16);
}
