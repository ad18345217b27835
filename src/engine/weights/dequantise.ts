import { halfFloats } from "./half-float.ts";
import type { Q4Entry, Q8Entry } from "./weight-index.ts";

/** Inputs that share one scale, in both formats. */
export const BLOCK = 32;
const LEVELS = 16;
const { fround } = Math;

/** float32 weights of the rows [from, to) into `out` ([rows, columns], from its start). */
export type DequantiseRows = (
	from: number,
	to: number,
	out: Float32Array,
) => void;

/** weight = scale * quant + minimum, rounded to float32 after each step as the converter does. */
export function q4Rows(
	shard: Uint8Array<ArrayBuffer>,
	entry: Q4Entry,
): DequantiseRows {
	const values = halfFloats();
	const blocks = entry.columns / BLOCK;
	const count = entry.rows * blocks;
	const scales = new Uint16Array(shard.buffer, entry.scales, count);
	const minimums = new Uint16Array(shard.buffer, entry.minimums, count);
	const levels = new Float32Array(LEVELS);
	return (from, to, out) => {
		let target = 0;
		let source = entry.quants + (from * entry.columns) / 2;
		for (let block = from * blocks; block < to * blocks; block++) {
			const scale = values[scales[block] ?? 0] ?? 0;
			const minimum = values[minimums[block] ?? 0] ?? 0;
			for (let level = 0; level < LEVELS; level++)
				levels[level] = fround(level * scale) + minimum;
			for (let pair = 0; pair < BLOCK / 2; pair++) {
				const byte = shard[source++] ?? 0;
				out[target++] = levels[byte & 15] ?? 0;
				out[target++] = levels[byte >> 4] ?? 0;
			}
		}
	};
}

/** weight = scale * quant. */
export function q8Rows(
	shard: Uint8Array<ArrayBuffer>,
	entry: Q8Entry,
): DequantiseRows {
	const values = halfFloats();
	const blocks = entry.columns / BLOCK;
	const size = entry.rows * entry.columns;
	const quants = new Int8Array(shard.buffer, entry.quants, size);
	const scales = new Uint16Array(
		shard.buffer,
		entry.scales,
		entry.rows * blocks,
	);
	return (from, to, out) => {
		let target = 0;
		for (let block = from * blocks; block < to * blocks; block++) {
			const scale = values[scales[block] ?? 0] ?? 0;
			const source = block * BLOCK;
			for (let index = source; index < source + BLOCK; index++)
				out[target++] = (quants[index] ?? 0) * scale;
		}
	};
}
