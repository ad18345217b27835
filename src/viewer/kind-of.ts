/** A format that the page reads. */
export type Kind = "pdf" | "docx" | "html" | "markdown" | "text";

/** A file as it arrived. */
export interface Source {
	readonly name: string;
	/** Media type as declared; empty where unknown. */
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** Readers of PDF accept something before the signature, within this many bytes. */
const PDF_HEAD = 1024;
/** Enough to meet a zero byte in any binary format. */
const TEXT_HEAD = 4096;

const head = (bytes: Uint8Array, length: number): string =>
	String.fromCharCode(...bytes.subarray(0, length));

const isUtf16 = (bytes: Uint8Array): boolean =>
	(bytes[0] === 0xff && bytes[1] === 0xfe) ||
	(bytes[0] === 0xfe && bytes[1] === 0xff);

/** The format by what the bytes say, and by name and media type where they say nothing; undefined for others. */
export function kindOf({ name, type, bytes }: Source): Kind | undefined {
	if (head(bytes, PDF_HEAD).includes("%PDF-")) return "pdf";
	if (head(bytes, 4) === "PK\u0003\u0004") return "docx";
	if (head(bytes, TEXT_HEAD).includes("\0") && !isUtf16(bytes))
		return undefined;
	if (/\.x?html?$/i.test(name) || /\bx?html\b/.test(type)) return "html";
	if (/\.(?:md|markdown)$/i.test(name) || type.startsWith("text/markdown"))
		return "markdown";
	if (/\.(?:pdf|docx?|rtf|odt|epub)$/i.test(name)) return undefined;
	return "text";
}
