import { type DequantiseRows, q4Rows, q8Rows } from "./dequantise.ts";
import type { ExpandTensor } from "./expand.ts";
import type { Fold, Smoothing } from "./smoothing.ts";
import type { F32Entry } from "./weight-index.ts";

const LARGEST_INT8 = 127;
/** Rows expanded together: their transposed columns are then written as runs of this many bytes. */
const TILE_ROWS = 64;
/** Adding and taking away 1.5 * 2^52 rounds a double to an integer, halves to even, as the converter does. */
const ROUND = 6_755_399_441_055_744;
const { abs, fround, max } = Math;

/** Multiplies inputs and divides rows; `first` is the number of the tile's first row. */
function foldTile(
	tile: Float32Array,
	columns: number,
	first: number,
	{ inputs, rows }: Fold,
): void {
	const count = tile.length / columns;
	for (let row = 0; row < count; row++) {
		const at = row * columns;
		const divide = rows !== undefined && first + row >= rows.from;
		const divisor = divide ? (rows.by[first + row - rows.from] ?? 1) : 1;
		for (let column = 0; column < columns; column++) {
			const index = at + column;
			const folded = fround((tile[index] ?? 0) * (inputs?.[column] ?? 1));
			tile[index] = divide ? folded / divisor : folded;
		}
	}
}

/** float32 tile [rows, columns] → int8 of the same shape, one scale a row. */
function quantiseTile(
	tile: Float32Array,
	columns: number,
	quants: Int8Array,
	scales: Float32Array,
): void {
	for (let row = 0; row < tile.length / columns; row++) {
		const at = row * columns;
		let largest = 0;
		for (let index = at; index < at + columns; index++)
			largest = max(largest, abs(tile[index] ?? 0));
		const scale = largest > 0 ? fround(largest / LARGEST_INT8) : 1;
		scales[row] = scale;
		for (let index = at; index < at + columns; index++)
			quants[index] = fround((tile[index] ?? 0) / scale) + ROUND - ROUND;
	}
}

interface Matrix {
	readonly rows: number;
	readonly columns: number;
	readonly dequantise: DequantiseRows;
	readonly fold: Fold;
	/** int8 [columns, rows]. */
	readonly weights: Int8Array;
	readonly scales: Float32Array;
}

function expandMatrix(matrix: Matrix): void {
	const { rows, columns, dequantise, fold, weights, scales } = matrix;
	const floats = new Float32Array(TILE_ROWS * columns);
	const quants = new Int8Array(TILE_ROWS * columns);
	for (let first = 0; first < rows; first += TILE_ROWS) {
		const count = Math.min(TILE_ROWS, rows - first);
		const tile = floats.subarray(0, count * columns);
		dequantise(first, first + count, tile);
		foldTile(tile, columns, first, fold);
		quantiseTile(tile, columns, quants, scales.subarray(first, first + count));
		for (let column = 0; column < columns; column++) {
			const target = column * rows + first;
			for (let row = 0; row < count; row++)
				weights[target + row] = quants[row * columns + column] ?? 0;
		}
	}
}

function expandVector(
	shard: Uint8Array<ArrayBuffer>,
	entry: F32Entry,
	{ rows }: Fold,
	out: Float32Array,
): void {
	const values = new Float32Array(shard.buffer, entry.values, entry.length);
	for (let index = 0; index < entry.length; index++)
		out[index] = (values[index] ?? 0) / (rows?.by[index] ?? 1);
}

/** Expands one tensor into what the int8 graph reads: training/telltale_training/expansion.py is its twin. */
export const int8Expansion =
	(smoothing: Smoothing): ExpandTensor =>
	(name, entry, shard, place) => {
		const fold = smoothing.foldOf(name);
		if (entry.type === "f32") {
			expandVector(shard, entry, fold, place.floats(name, entry.length));
			return;
		}
		const { rows, columns } = entry;
		const dequantise =
			entry.type === "q4" ? q4Rows(shard, entry) : q8Rows(shard, entry);
		const weights = place.bytes(`${name}.weights`, rows * columns);
		const scales = place.floats(`${name}.scales`, rows);
		expandMatrix({ rows, columns, dequantise, fold, weights, scales });
		if (entry.type === "q8") {
			const unsmooth = place.floats(`${name}_unsmooth`, columns);
			for (const [index, scale] of smoothing.head.entries())
				unsmooth[index] = 1 / scale;
		}
	};
