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

/** Code as it runs from an entry on: comments, types and layout leave it as it is. */
async function codeText(entry: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [inRoot(entry)],
		bundle: true,
		minify: true,
		format: "esm",
		platform: "node",
		packages: "external",
		write: false,
	});
	return outputFiles.map(({ text }) => text).join("");
}

async function hashOf(
	files: readonly string[],
	entry: string,
): Promise<string> {
	const { dependencies } = JSON.parse(
		readFileSync(inRoot("package.json"), "utf8"),
	);
	const parts = [
		...files.map((file) => sha256(readFileSync(file))),
		await codeText(entry),
		JSON.stringify(dependencies),
	];
	return sha256(parts.join("\n")).slice(0, 16);
}

/** One name for everything that a score depends on: weights, heads, code and the model library's version. */
export const detectorHash = (): Promise<string> =>
	hashOf(modelFiles(), "src/engine/load-detector.ts");

/** The same for what the language model's pass depends on: the heads that are fitted behind it do not. */
export const modelHash = (): Promise<string> =>
	hashOf(
		modelFiles().filter((file) => !file.startsWith(inRoot("model/heads"))),
		"src/engine/model.ts",
	);
