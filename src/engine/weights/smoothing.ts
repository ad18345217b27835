import { ModelError } from "../model-error.ts";

const LAYERS = 30;
const WIDTH = 576;
const FFN_WIDTH = 1536;
const HEADS = 9;
const KV_HEADS = 3;
const HEAD_WIDTH = 64;
const GROUP = HEADS / KV_HEADS;
/** Rows of q, then k, come before v in the stacked projection. */
const VALUE_ROWS_FROM = (HEADS + KV_HEADS) * HEAD_WIDTH;
const NUMBERS = LAYERS * (3 * WIDTH + FFN_WIDTH) + WIDTH;

/** How the smoothing is folded into one tensor: inputs are multiplied, rows (or a norm's weights) are divided. */
export interface Fold {
	readonly inputs?: Float32Array;
	/** Divisors of the rows from `from` on. */
	readonly rows?: { readonly from: number; readonly by: Float32Array };
}

export interface Smoothing {
	readonly head: Float32Array;
	/** What happens to the tensor of that name in `weights.json`. */
	readonly foldOf: (name: string) => Fold;
}

/** One value for the value rows that three query heads share; the file repeats it for each of them. */
function valueRows(o: Float32Array): Float32Array {
	const rows = new Float32Array(KV_HEADS * HEAD_WIDTH);
	for (let head = 0; head < KV_HEADS; head++) {
		const from = head * GROUP * HEAD_WIDTH;
		rows.set(o.subarray(from, from + HEAD_WIDTH), head * HEAD_WIDTH);
	}
	return rows;
}

/**
 * Reads `model/smoothing.bin` (float32, little endian: qkv, o, gate_up, down by layer, then the head).
 * Formula and source: training/telltale_training/smoothing.py.
 * @throws ModelError `model-damaged` when its length is not the model's.
 */
export function parseSmoothing(bytes: Uint8Array<ArrayBuffer>): Smoothing {
	if (bytes.length !== NUMBERS * Float32Array.BYTES_PER_ELEMENT)
		throw new ModelError("model-damaged", "smoothing.bin has a wrong length");
	const numbers = new Float32Array(bytes.slice().buffer);
	const perLayer = (first: number, width: number, layer: number) =>
		numbers.subarray(first + layer * width, first + (layer + 1) * width);
	const qkv = (layer: number) => perLayer(0, WIDTH, layer);
	const o = (layer: number) => perLayer(LAYERS * WIDTH, WIDTH, layer);
	const gateUp = (layer: number) => perLayer(2 * LAYERS * WIDTH, WIDTH, layer);
	const down = (layer: number) =>
		perLayer(3 * LAYERS * WIDTH, FFN_WIDTH, layer);
	const head = numbers.subarray(NUMBERS - WIDTH);
	const foldOf = (name: string): Fold => {
		const [, layerText = "", part = name] =
			/^layers\.(\d+)\.(.+)$/.exec(name) ?? [];
		const layer = Number(layerText);
		switch (part) {
			case "attention_norm":
				return { rows: { from: 0, by: qkv(layer) } };
			case "qkv":
				return {
					inputs: qkv(layer),
					rows: { from: VALUE_ROWS_FROM, by: valueRows(o(layer)) },
				};
			case "o":
				return { inputs: o(layer) };
			case "ffn_norm":
				return { rows: { from: 0, by: gateUp(layer) } };
			case "gate_up":
				return {
					inputs: gateUp(layer),
					rows: { from: FFN_WIDTH, by: down(layer) },
				};
			case "down":
				return { inputs: down(layer) };
			case "embedding":
				return { inputs: head };
			case "final_norm":
				return { rows: { from: 0, by: head } };
			default:
				throw new ModelError("model-damaged", `unknown tensor ${name}`);
		}
	};
	return { head, foldOf };
}
