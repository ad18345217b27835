/** Where an HTML document must name its encoding. */
const HTML_HEAD_BYTES = 1024;

function markedEncoding(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	return undefined;
}

function namedEncoding(bytes: Uint8Array): string | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, HTML_HEAD_BYTES));
	return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

function tryDecode(
	bytes: Uint8Array,
	encoding: string,
	fatal: boolean,
): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal }).decode(bytes);
	} catch {
		return undefined; // no such encoding, or not in it
	}
}

/**
 * The text of a file: by its byte order mark, as UTF-8 where it is, by what HTML names, else in `fallback`.
 * A byte that is in no encoding becomes U+FFFD.
 */
export function decode(
	bytes: Uint8Array,
	{ html, fallback }: { html: boolean; fallback: string },
): string {
	const marked = markedEncoding(bytes);
	const named = html ? namedEncoding(bytes) : undefined;
	return (
		(marked && tryDecode(bytes, marked, false)) ??
		tryDecode(bytes, "utf-8", true) ??
		(named && tryDecode(bytes, named, false)) ??
		tryDecode(bytes, fallback, false) ??
		""
	);
}
