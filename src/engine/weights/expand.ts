import { ModelError } from "../model-error.ts";
import type { ReadFile } from "../read-file.ts";
import { readShard } from "./read-shard.ts";
import type {
	ExpandedLayout,
	WeightEntry,
	WeightIndex,
} from "./weight-index.ts";

/** Room in the graph's external data for one initializer. */
export interface Place {
	readonly bytes: (name: string, length: number) => Int8Array;
	readonly floats: (name: string, length: number) => Float32Array;
}

/** Writes what a graph reads of one published tensor. */
export type ExpandTensor = (
	name: string,
	entry: WeightEntry,
	shard: Uint8Array<ArrayBuffer>,
	place: Place,
) => void;

function placeIn(data: Uint8Array<ArrayBuffer>, layout: ExpandedLayout): Place {
	const offsetOf = (name: string, bytes: number): number => {
		const offset = layout.offsets[name];
		if (offset === undefined || offset + bytes > layout.bytes)
			throw new ModelError("model-damaged", `no room for ${name}`);
		return offset;
	};
	return {
		bytes: (name, length) =>
			new Int8Array(data.buffer, offsetOf(name, length), length),
		floats: (name, length) =>
			new Float32Array(data.buffer, offsetOf(name, length * 4), length),
	};
}

export interface ExpandOptions {
	/** Where the shards lie; ends with a slash. */
	readonly folder: string;
	readonly index: WeightIndex;
	readonly layout: ExpandedLayout;
	readonly expandTensor: ExpandTensor;
	readonly readFile: ReadFile;
	readonly onProgress: (share: number) => void;
	readonly signal: AbortSignal;
}

/**
 * Reads the shards one after the other and expands them into one block of external data, so that
 * at most one shard is held beside it.
 * @throws ModelError; DOMException `AbortError` when the signal aborts between tensors.
 */
export async function expandWeights(
	options: ExpandOptions,
): Promise<Uint8Array<ArrayBuffer>> {
	const { folder, index, layout, expandTensor, readFile, onProgress, signal } =
		options;
	const data = new Uint8Array(layout.bytes);
	const place = placeIn(data, layout);
	const tensors = Object.entries(index.tensors);
	let done = 0;
	for (const [number, shard] of index.shards.entries()) {
		const bytes = await readShard(folder, shard, readFile);
		for (const [name, entry] of tensors) {
			if (entry.shard !== number) continue;
			signal.throwIfAborted();
			expandTensor(name, entry, bytes, place);
			done++;
			onProgress(done / tensors.length);
		}
	}
	return data;
}
