import { nameOf } from "./fetch-source.ts";
import type { Source } from "./kind-of.ts";
import { MOST_BYTES } from "./limits.ts";
import { DocumentError } from "./trouble.ts";

/**
 * Reads a `file:` address. Only the older request knows that scheme, and only where the user has switched it on.
 * @throws DocumentError `files-refused` when the browser says no or there is no such file, `too-large`.
 */
export function readLocalFile(
	url: URL,
	createRequest: () => XMLHttpRequest,
	progress: (share: number) => void,
	signal: AbortSignal,
): Promise<Source> {
	return new Promise((resolve, reject) => {
		const request = createRequest();
		const refuse = (): void => reject(new DocumentError("files-refused"));
		request.addEventListener("error", refuse);
		request.addEventListener("abort", () => reject(signal.reason));
		request.addEventListener("progress", ({ loaded, total }) => {
			if (loaded > MOST_BYTES) {
				reject(new DocumentError("too-large"));
				request.abort();
			} else if (total > 0) progress(loaded / total);
		});
		request.addEventListener("load", () => {
			const { response } = request;
			if (!(response instanceof ArrayBuffer)) return refuse();
			resolve({ name: nameOf(url), type: "", bytes: new Uint8Array(response) });
		});
		signal.addEventListener("abort", () => request.abort(), { once: true });
		try {
			request.open("GET", url);
			request.responseType = "arraybuffer";
			request.send();
		} catch {
			refuse();
		}
	});
}
