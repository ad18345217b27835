import type { Browser } from "../shared/browser.ts";
import { fetchSource } from "./fetch-source.ts";
import type { Source } from "./kind-of.ts";
import { MOST_BYTES } from "./limits.ts";
import { readLocalFile } from "./read-local-file.ts";
import { DocumentError } from "./trouble.ts";

/** Where a document comes from: the user's own choice, or the address in the tab. */
export type Wanted = File | URL;

export interface LoadEnvironment {
	readonly permissions: Pick<Browser["permissions"], "request">;
	readonly fetch: typeof fetch;
	readonly createRequest: () => XMLHttpRequest;
}

const patternOf = (url: URL): string =>
	url.protocol === "file:" ? "file:///*" : `*://${url.hostname}/*`;

async function readFile(file: File): Promise<Source> {
	if (file.size > MOST_BYTES) throw new DocumentError("too-large");
	// A folder that was dropped, or a file that is gone, cannot be read.
	const buffer = await file.arrayBuffer().catch((cause: unknown) => {
		throw new DocumentError("damaged", { cause });
	});
	return { name: file.name, type: file.type, bytes: new Uint8Array(buffer) };
}

/**
 * Reads what the user wants. For an address call it in the click itself: the browser asks for the site only then.
 * @throws DocumentError with the reason.
 */
export async function load(
	wanted: Wanted,
	{ permissions, fetch, createRequest }: LoadEnvironment,
	progress: (share: number) => void,
	signal: AbortSignal,
): Promise<Source> {
	if (wanted instanceof File) return readFile(wanted);
	const isFile = wanted.protocol === "file:";
	const allowed = await permissions
		.request({ origins: [patternOf(wanted)] })
		.catch(() => false);
	signal.throwIfAborted();
	if (!allowed)
		throw new DocumentError(isFile ? "files-refused" : "site-refused");
	return isFile
		? readLocalFile(wanted, createRequest, progress, signal)
		: fetchSource(wanted, fetch, progress, signal);
}
