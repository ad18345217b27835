import { type DequantiseRows, q4Rows, q8Rows } from "./dequantise.ts";
import type { ExpandTensor } from "./expand.ts";
import type { Fold, Smoothing } from "./smoothing.ts";
import type { F32Entry } from "./weight-index.ts";

const LARGEST_INT8 = 127;
/** Rows expanded together: their transposed columns are then written as runs of this many bytes. */
const TILE_ROWS = 64;
/** Adding and taking away 1.5 * 2^52 rounds a double to an integer, halves to even, as the converter does. */
const ROUND = 6_755_399_441_055_744;
const { fround } = Math;

/**
 * Folds the smoothing into one row (inputs multiplied, the row divided) and returns its largest magnitude.
 * One loop for both: each pass over all weights takes a tenth of the loading time.
 */
function foldRow(
	row: Float32Array,
	inputs: Float32Array,
	divisor: number,
): number {
	let largest = 0;
	for (let column = 0; column < row.length; column++) {
		const multiplied = fround((row[column] ?? 0) * (inputs[column] ?? 1));
		const folded = divisor === 1 ? multiplied : fround(multiplied / divisor);
		row[column] = folded;
		if (folded > largest) largest = folded;
		else if (-folded > largest) largest = -folded;
	}
	return largest;
}

/** float32 row → int8 into `quants`, whose bytes say weight / scale. */
function quantiseRow(
	row: Float32Array,
	scale: number,
	quants: Int8Array,
	at: number,
): void {
	for (let column = 0; column < row.length; column++)
		quants[at + column] = fround((row[column] ?? 0) / scale) + ROUND - ROUND;
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

/** [rows, columns] of a tile → its columns in [columns, all rows]. */
function writeTransposed(
	quants: Int8Array,
	{ rows, columns, weights }: Matrix,
	{ first, count }: { first: number; count: number },
): void {
	for (let column = 0; column < columns; column++) {
		const target = column * rows + first;
		for (let row = 0; row < count; row++)
			weights[target + row] = quants[row * columns + column] ?? 0;
	}
}

function expandMatrix(matrix: Matrix): void {
	const { rows, columns, dequantise, fold, scales } = matrix;
	const floats = new Float32Array(TILE_ROWS * columns);
	const quants = new Int8Array(TILE_ROWS * columns);
	const inputs = fold.inputs ?? new Float32Array(columns).fill(1);
	for (let first = 0; first < rows; first += TILE_ROWS) {
		const count = Math.min(TILE_ROWS, rows - first);
		dequantise(first, first + count, floats);
		for (let index = 0; index < count; index++) {
			const at = index * columns;
			const row = floats.subarray(at, at + columns);
			const number = first + index - (fold.rows?.from ?? rows);
			const largest = foldRow(row, inputs, fold.rows?.by[number] ?? 1);
			const scale = largest > 0 ? fround(largest / LARGEST_INT8) : 1;
			scales[first + index] = scale;
			quantiseRow(row, scale, quants, at);
		}
		writeTransposed(quants, matrix, { first, count });
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
