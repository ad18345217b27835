import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { firstLine, PlainError } from "../../lib/plain-error.ts";
import { linesOf } from "./lines-of.ts";
import { parseRow, type Row } from "./row.ts";

/** The rows of a gzipped file of JSON lines. @throws PlainError naming the file that cannot be read. */
export function readPack(file: string, set: string): Row[] {
	try {
		const text = gunzipSync(readFileSync(file)).toString("utf8");
		return linesOf(text).map((line) => parseRow(line, set));
	} catch (cause) {
		throw new PlainError(`${file} cannot be read: ${firstLine(cause)}`, {
			cause,
		});
	}
}
