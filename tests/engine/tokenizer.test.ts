import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPackageFile } from "../../scripts/score/read-package-file.ts";
import { loadTokenizer } from "../../src/engine/tokenizer.ts";

interface Line {
	readonly text: string;
	readonly ids: readonly number[];
}

const file = new URL("../reference/tokenizer-lines.jsonl.gz", import.meta.url);
const lines = gunzipSync(readFileSync(file))
	.toString()
	.trim()
	.split("\n")
	.map((line): Line => JSON.parse(line));
const tokenizer = await loadTokenizer(
	new URL("../../model/", import.meta.url).href,
	readPackageFile,
);

test("10,000 lines of mixed text get the ids of the Rust tokenizer", () => {
	expect(lines).toHaveLength(10_000);
	const different = lines.filter(
		({ text, ids }) => String(tokenizer.encode(text).ids) !== String(ids),
	);
	expect(different.map(({ text }) => text)).toEqual([]);
});

test("offsets cover every text once, in order", () => {
	for (const { text } of lines) {
		const { from, to } = tokenizer.encode(text);
		let end = 0;
		const ordered = from.every((start, index) => {
			const follows = start === end;
			end = to[index] ?? 0;
			return follows;
		});
		if (!ordered || end !== text.length) expect.fail(JSON.stringify(text));
	}
});
