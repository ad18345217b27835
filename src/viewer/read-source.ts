import { type Block, type Reading, withinLimit } from "./blocks.ts";
import { decode } from "./decode.ts";
import { DOCX_TEXT, docxBlocks } from "./formats/docx.ts";
import { htmlBlocks } from "./formats/html.ts";
import { markdownBlocks } from "./formats/markdown.ts";
import { plainTextBlocks } from "./formats/plain-text.ts";
import { unzipEntry } from "./formats/unzip.ts";
import { kindOf, type Source } from "./kind-of.ts";
import {
	MOST_BLOCKS,
	MOST_BYTES,
	MOST_UNITS,
	MOST_UNZIPPED_BYTES,
} from "./limits.ts";
import { DocumentError } from "./trouble.ts";

/** Markup is longer than its text by about this factor. */
const MARKUP = 4;

export interface ReadEnvironment {
	/** Makes an inert document. */
	readonly parse: (
		text: string,
		type: "text/html" | "application/xml",
	) => Document;
	readonly readPdf: (
		bytes: Uint8Array,
		progress: (share: number) => void,
		signal: AbortSignal,
	) => Promise<Reading>;
	/** Encoding of texts that are not in UTF-8 and do not say in which one they are. */
	readonly fallbackEncoding: string;
}

/**
 * Reads a file into blocks of plain text; `progress` hears the share (0 to 1) that is done.
 * @throws DocumentError with the reason, other errors for damaged files.
 */
export async function readSource(
	source: Source,
	environment: ReadEnvironment,
	progress: (share: number) => void,
	signal: AbortSignal,
): Promise<Reading> {
	const { bytes } = source;
	const { parse, readPdf, fallbackEncoding: fallback } = environment;
	if (bytes.length === 0) throw new DocumentError("empty");
	if (bytes.length > MOST_BYTES) throw new DocumentError("too-large");
	const text = (html = false): string => decode(bytes, { html, fallback });
	const read = async (): Promise<{
		blocks: readonly Block[];
		cut?: boolean;
	}> => {
		const kind = kindOf(source);
		switch (kind) {
			case "pdf":
				return readPdf(bytes, progress, signal);
			case "docx": {
				const wanted = { entry: DOCX_TEXT, mostBytes: MOST_UNZIPPED_BYTES };
				const xml = decode(await unzipEntry(bytes, wanted, signal), {
					html: false,
					fallback,
				});
				const parseXml = (it: string) => parse(it, "application/xml");
				return { blocks: docxBlocks(xml, parseXml) };
			}
			case "html": {
				const html = text(true).slice(0, MOST_UNITS * MARKUP);
				return { blocks: htmlBlocks(html, (it) => parse(it, "text/html")) };
			}
			case "markdown":
				return { blocks: markdownBlocks(text().slice(0, MOST_UNITS * 2)) };
			case "text":
				return { blocks: plainTextBlocks(text().slice(0, MOST_UNITS * 2)) };
			case undefined:
				throw new DocumentError("unknown-kind");
		}
	};
	const { blocks, cut = false } = await read();
	signal.throwIfAborted();
	const reading = withinLimit(blocks, {
		blocks: MOST_BLOCKS,
		units: MOST_UNITS,
	});
	if (reading.blocks.length === 0) throw new DocumentError("no-text");
	return { blocks: reading.blocks, cut: cut || reading.cut };
}
