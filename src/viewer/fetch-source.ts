import type { Source } from "./kind-of.ts";
import { MOST_BYTES } from "./limits.ts";
import { DocumentError } from "./trouble.ts";

/** The last part of an address's path, as a file name. */
export function nameOf(url: URL): string {
	const last = url.pathname.split("/").at(-1) ?? "";
	try {
		return decodeURIComponent(last) || url.host;
	} catch {
		return last; // a stray percent sign
	}
}

/** The address that the page was opened with, where it is one that may be read. */
export function sourceOf(address: string): URL | undefined {
	const given = new URL(address).searchParams.get("source");
	if (given === null || !URL.canParse(given)) return undefined;
	const url = new URL(given);
	return /^(?:https?|file):$/.test(url.protocol) ? url : undefined;
}

const total = (chunks: readonly Uint8Array[]): number =>
	chunks.reduce((sum, chunk) => sum + chunk.length, 0);

async function bodyOf(
	response: Response,
	progress: (share: number) => void,
): Promise<Uint8Array> {
	const declared = Number(response.headers.get("content-length") ?? 0);
	if (declared > MOST_BYTES) throw new DocumentError("too-large");
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (;;) {
		const { done, value } = (await reader?.read()) ?? { done: true };
		if (done || value === undefined) break;
		chunks.push(value);
		length += value.length;
		if (length > MOST_BYTES) {
			await reader?.cancel();
			throw new DocumentError("too-large");
		}
		if (declared > 0) progress(Math.min(length / declared, 1));
	}
	const whole = new Uint8Array(total(chunks));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

/**
 * Fetches a document from a site that the user has allowed, as the user: it is the one in the tab.
 * @throws DocumentError `not-fetched` when the site does not answer or says no, `too-large`.
 */
export async function fetchSource(
	url: URL,
	fetcher: typeof fetch,
	progress: (share: number) => void,
	signal: AbortSignal,
): Promise<Source> {
	const response = await fetcher(url, { credentials: "include", signal }).catch(
		(cause: unknown) => {
			throw new DocumentError("not-fetched", { cause });
		},
	);
	if (!response.ok) throw new DocumentError("not-fetched");
	return {
		name: nameOf(url),
		type: response.headers.get("content-type") ?? "",
		bytes: await bodyOf(response, progress),
	};
}
