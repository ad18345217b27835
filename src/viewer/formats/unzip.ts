import { Unzip, UnzipInflate } from "fflate";
import { DocumentError } from "../trouble.ts";

/** Bytes that are unzipped at a time: at the worst ratio of the format 64 MB come out. */
const SLICE_BYTES = 64 * 1024;

/** The library hands our own errors back to us. */
const asDamage = (cause: unknown): DocumentError =>
	cause instanceof DocumentError
		? cause
		: new DocumentError("damaged", { cause });

/**
 * One entry of a zip archive. What really comes out is counted, since a hostile archive lies about its sizes.
 * @throws DocumentError `too-large` beyond `mostBytes`, `damaged` when there is no such entry.
 * @throws the signal's reason when it aborts.
 */
export async function unzipEntry(
	archive: Uint8Array,
	{ entry, mostBytes }: { entry: string; mostBytes: number },
	signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	let done = false;
	const unzip = new Unzip((file) => {
		if (file.name !== entry || done) return;
		file.ondata = (error, chunk, final) => {
			if (error !== null) throw asDamage(error);
			size += chunk.length;
			if (size > mostBytes) throw new DocumentError("too-large");
			chunks.push(chunk);
			done ||= final;
		};
		file.start();
	});
	unzip.register(UnzipInflate);
	for (let at = 0; at < archive.length && !done; at += SLICE_BYTES) {
		const last = at + SLICE_BYTES >= archive.length;
		unzip.push(archive.subarray(at, at + SLICE_BYTES), last);
		if (at % (SLICE_BYTES * 16) === 0)
			await new Promise((resolve) => setTimeout(resolve));
		signal.throwIfAborted();
	}
	if (!done) throw new DocumentError("damaged");
	const whole = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
