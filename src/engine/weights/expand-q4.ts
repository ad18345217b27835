import { BLOCK } from "./dequantise.ts";
import type { ExpandTensor } from "./expand.ts";
import { halfFloats } from "./half-float.ts";
import type { Q4Entry, Q8Entry } from "./weight-index.ts";

const BYTES_PER_BLOCK = BLOCK / 2;
/** MatMulNBits takes the embedding unsigned, 128 standing for 0. */
const SIGN_BIT = 0x80;

interface Target {
	readonly quants: Int8Array;
	readonly scales: Float32Array;
}

/** weight = scale * (quant - zero). A constant block (scale 0) becomes scale 1 with its quants at 0. */
function expandBlocks(
	shard: Uint8Array<ArrayBuffer>,
	entry: Q4Entry,
	{ quants, scales }: Target,
	zeros: Float32Array,
): void {
	const values = halfFloats();
	const count = scales.length;
	const sourceScales = new Uint16Array(shard.buffer, entry.scales, count);
	const minimums = new Uint16Array(shard.buffer, entry.minimums, count);
	const packed = shard.subarray(entry.quants, entry.quants + quants.length);
	quants.set(new Int8Array(packed.buffer, packed.byteOffset, packed.length));
	for (let block = 0; block < count; block++) {
		const scale = values[sourceScales[block] ?? 0] ?? 0;
		scales[block] = scale === 0 ? 1 : scale;
		zeros[block] = -(values[minimums[block] ?? 0] ?? 0) / (scale || 1);
		if (scale !== 0) continue;
		quants.fill(0, block * BYTES_PER_BLOCK, (block + 1) * BYTES_PER_BLOCK);
	}
}

function expandEmbedding(
	shard: Uint8Array<ArrayBuffer>,
	entry: Q8Entry,
	{ quants, scales }: Target,
): void {
	const values = halfFloats();
	const source = new Uint16Array(shard.buffer, entry.scales, scales.length);
	for (const [index, bits] of source.entries())
		scales[index] = values[bits] ?? 0;
	for (let index = 0; index < quants.length; index++)
		quants[index] = (shard[entry.quants + index] ?? 0) ^ SIGN_BIT;
}

/** Expands one tensor into what the 4-bit graph reads: training/telltale_training/expansion.py is its twin. */
export const q4Expansion: ExpandTensor = (name, entry, shard, place) => {
	if (entry.type === "f32") {
		const values = new Float32Array(shard.buffer, entry.values, entry.length);
		place.floats(name, entry.length).set(values);
		return;
	}
	const count = entry.rows * entry.columns;
	const scales = place.floats(`${name}.scales`, count / BLOCK);
	if (entry.type === "q8") {
		const quants = place.bytes(`${name}.quants`, count);
		expandEmbedding(shard, entry, { quants, scales });
		return;
	}
	const quants = place.bytes(`${name}.quants`, count / 2);
	const zeros = place.floats(`${name}.zeros`, count / BLOCK);
	expandBlocks(shard, entry, { quants, scales }, zeros);
};
