import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readPackageFile } from "../../scripts/score/read-package-file.ts";
import { parseJson } from "../../src/engine/read-file.ts";
import { expandWeights } from "../../src/engine/weights/expand.ts";
import { int8Expansion } from "../../src/engine/weights/expand-int8.ts";
import { q4Expansion } from "../../src/engine/weights/expand-q4.ts";
import { parseSmoothing } from "../../src/engine/weights/smoothing.ts";
import {
	BACKENDS,
	parseWeightIndex,
} from "../../src/engine/weights/weight-index.ts";

const folder = new URL("../../model/", import.meta.url).href;
const indexJson = parseJson(
	await readPackageFile(`${folder}weights.json`),
	"weights.json",
);
const index = parseWeightIndex(indexJson);
const smoothing = parseSmoothing(
	await readPackageFile(`${folder}smoothing.bin`),
);

const expand = (
	backend: (typeof BACKENDS)[number],
	readFile = readPackageFile,
) =>
	expandWeights({
		folder,
		index,
		layout: index.expanded[backend],
		expandTensor: backend === "int8" ? int8Expansion(smoothing) : q4Expansion,
		readFile,
		onProgress: () => {},
		signal: new AbortController().signal,
	});

test.each(BACKENDS)(
	"%s weights are those of the converter, byte for byte",
	async (backend) => {
		const data = await expand(backend);
		const sha256 = createHash("sha256").update(data).digest("hex");
		expect(sha256).toBe(index.expanded[backend].sha256);
	},
);

test("a truncated shard is damaged", async () => {
	const truncated = expand("q4", async (url) =>
		(await readPackageFile(url)).subarray(0, 1000),
	);
	await expect(truncated).rejects.toMatchObject({ failure: "model-damaged" });
});

test("one changed byte is damage", async () => {
	const changed = expand("q4", async (url) => {
		const bytes = await readPackageFile(url);
		bytes[12_345] = (bytes[12_345] ?? 0) ^ 1;
		return bytes;
	});
	await expect(changed).rejects.toMatchObject({ failure: "model-damaged" });
});

test.each([
	["nothing", undefined],
	["no shards", { tensors: {}, expanded: {} }],
	[
		"a negative offset",
		{
			shards: [],
			tensors: { x: { type: "f32", length: 1, shard: 0, values: -1 } },
			expanded: {},
		},
	],
])("an index with %s is malformed", (_, value) => {
	expect(() => parseWeightIndex(value)).toThrow("malformed");
});
