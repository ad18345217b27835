import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ModelError } from "../../src/engine/model-error.ts";
import type { ReadFile } from "../../src/engine/read-file.ts";

/** Reads a file of the repository by its file URL. */
export const readLocalFile: ReadFile = async (url) => {
	const bytes = await readFile(fileURLToPath(url)).catch((cause: unknown) => {
		throw new ModelError("model-missing", `cannot read ${url}`, { cause });
	});
	return new Uint8Array(bytes);
};
