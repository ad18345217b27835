import { ModelError } from "./model-error.ts";

/** Reads one whole file of the package. @throws ModelError `model-missing` when it is not there. */
export type ReadFile = (url: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Reads a file of the extension itself. */
export const fetchFile: ReadFile = async (url) => {
	const response = await fetch(url).catch((cause: unknown) => {
		throw new ModelError("model-missing", `cannot read ${url}`, { cause });
	});
	if (!response.ok)
		throw new ModelError("model-missing", `${url}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
};

/** @throws ModelError `model-damaged` when the bytes are no JSON. */
export function parseJson(bytes: Uint8Array, url: string): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (cause) {
		throw new ModelError("model-damaged", `${url} is no JSON`, { cause });
	}
}
