import { readFile } from "node:fs/promises";
import { ModelError } from "../../src/engine/model-error.ts";
import type { ReadFile } from "../../src/engine/read-file.ts";

/** Reads a file of the repository by its `file:` address, as the extension fetches its own. */
export const readPackageFile: ReadFile = async (url) => {
	const bytes = await readFile(new URL(url)).catch((cause: unknown) => {
		throw new ModelError("model-missing", `cannot read ${url}`, { cause });
	});
	return new Uint8Array(bytes);
};
