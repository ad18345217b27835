import { ModelError } from "../model-error.ts";
import type { ReadFile } from "../read-file.ts";
import type { Shard } from "./weight-index.ts";

const hex = (bytes: ArrayBuffer): string =>
	Array.from(new Uint8Array(bytes), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");

/**
 * One shard, checked byte for byte: a damaged weight would not fail, it would lie.
 * @throws ModelError `model-missing` or `model-damaged`.
 */
export async function readShard(
	folder: string,
	shard: Shard,
	readFile: ReadFile,
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = await readFile(`${folder}${shard.file}`);
	if (bytes.length !== shard.bytes)
		throw new ModelError(
			"model-damaged",
			`${shard.file} has ${bytes.length} bytes, expected ${shard.bytes}`,
		);
	const found = hex(await crypto.subtle.digest("SHA-256", bytes));
	if (found !== shard.sha256)
		throw new ModelError("model-damaged", `${shard.file} is altered`);
	return bytes;
}
