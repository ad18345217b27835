import { ModelError } from "../model-error.ts";

/** A linear layer: weight = scale * quant + minimum, per block of 32 inputs; offsets are bytes into its shard. */
export interface Q4Entry {
	readonly type: "q4";
	readonly rows: number;
	readonly columns: number;
	readonly shard: number;
	/** Two quants a byte, the even input in the low nibble. */
	readonly quants: number;
	/** binary16, one a block. */
	readonly scales: number;
	/** binary16, one a block. */
	readonly minimums: number;
}

/** The embedding: weight = scale * quant, per block of 32 columns. */
export interface Q8Entry {
	readonly type: "q8";
	readonly rows: number;
	readonly columns: number;
	readonly shard: number;
	readonly quants: number;
	readonly scales: number;
}

export interface F32Entry {
	readonly type: "f32";
	readonly length: number;
	readonly shard: number;
	readonly values: number;
}

export type WeightEntry = Q4Entry | Q8Entry | F32Entry;

export interface Shard {
	readonly file: string;
	readonly bytes: number;
	readonly sha256: string;
}

/** Where the graph looks for each expanded initializer (bytes). */
export interface ExpandedLayout {
	readonly file: string;
	readonly bytes: number;
	/** Of the whole as the converter expands it; only tests compare, loading would take longer by a second. */
	readonly sha256: string;
	readonly offsets: Readonly<Record<string, number>>;
}

export const BACKENDS = ["int8", "q4"] as const;
export type Backend = (typeof BACKENDS)[number];

/** `model/weights.json`, written by `training/`. */
export interface WeightIndex {
	readonly shards: readonly Shard[];
	readonly tensors: Readonly<Record<string, WeightEntry>>;
	readonly expanded: Readonly<Record<Backend, ExpandedLayout>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const areCounts = (
	value: Record<string, unknown>,
	names: readonly string[],
): boolean =>
	names.every((name) => {
		const count = value[name];
		return Number.isSafeInteger(count) && Number(count) >= 0;
	});

const FIELDS: Readonly<Record<WeightEntry["type"], readonly string[]>> = {
	q4: ["rows", "columns", "shard", "quants", "scales", "minimums"],
	q8: ["rows", "columns", "shard", "quants", "scales"],
	f32: ["length", "shard", "values"],
};

const isEntry = (value: unknown): boolean =>
	isRecord(value) &&
	(value.type === "q4" || value.type === "q8" || value.type === "f32") &&
	areCounts(value, FIELDS[value.type]);

const isShard = (value: unknown): boolean =>
	isRecord(value) &&
	typeof value.file === "string" &&
	typeof value.sha256 === "string" &&
	areCounts(value, ["bytes"]);

const isLayout = (value: unknown): boolean =>
	isRecord(value) &&
	typeof value.file === "string" &&
	typeof value.sha256 === "string" &&
	areCounts(value, ["bytes"]) &&
	isRecord(value.offsets) &&
	areCounts(value.offsets, Object.keys(value.offsets));

const isIndex = (value: unknown): value is WeightIndex =>
	isRecord(value) &&
	Array.isArray(value.shards) &&
	value.shards.every(isShard) &&
	isRecord(value.tensors) &&
	Object.values(value.tensors).every(isEntry) &&
	isRecord(value.expanded) &&
	BACKENDS.every(
		(backend) => isRecord(value.expanded) && isLayout(value.expanded[backend]),
	);

/** @throws ModelError `model-damaged` when it is not the index that `training/` writes. */
export function parseWeightIndex(value: unknown): WeightIndex {
	if (!isIndex(value))
		throw new ModelError("model-damaged", "weights.json is malformed");
	return value;
}
