import {
	AutoModel,
	env,
	type PreTrainedModel,
	Tensor,
} from "@xenova/transformers";
import { ModelError } from "./model-error.ts";
import type { Backend } from "./weights/weight-index.ts";

export interface SessionOptions {
	/** Extension root or repository root; ends with a slash. */
	readonly baseUrl: string;
	readonly backend: Backend;
	readonly threads: number;
	/** The processor adds int8 products exactly by itself. False in doubt; it matters to the command line alone. */
	readonly addsExactly: boolean;
	/** File name the graph gives its external data, and the data. */
	readonly weights: { readonly path: string; readonly data: Uint8Array };
}

/** Numbers that leave the graph: `statistics` [B, S - 1, 5] and, with the evidence head, `evidence` [B, S]. */
export interface GraphOutputs {
	readonly statistics: Float32Array;
	readonly evidence: Float32Array | undefined;
}

export interface Session {
	/** ids: [rows, columns] row by row, right-padded; mask: 1 for real tokens. */
	readonly run: (input: {
		ids: BigInt64Array;
		mask: BigInt64Array;
		rows: number;
		columns: number;
	}) => Promise<GraphOutputs>;
	readonly dispose: () => Promise<void>;
}

const GRAPH_UNREADABLE = /protobuf|invalid_graph|invalid model|no graph/i;
const GRAPH_MISSING =
	/not found|doesn't exist|does not exist|could not locate|failed to fetch|404/i;

/** A failure of the graph file itself in the terms of the interface; anything else as it is. */
function graphError(cause: unknown): unknown {
	const text = cause instanceof Error ? cause.message : String(cause);
	if (GRAPH_UNREADABLE.test(text))
		return new ModelError("model-damaged", text, { cause });
	if (GRAPH_MISSING.test(text))
		return new ModelError("model-missing", text, { cause });
	return cause;
}

/**
 * Without it, processors with AVX2 but no VNNI add int8 products in 16 bits, which overflow: mean log p is then .037 nats
 * off instead of .02. WebAssembly and processors with VNNI are exact as they are; the latter lose a quarter of their speed
 * to it, and give the same bits.
 */
const EXACT_PRODUCTS = { session: { x64quantprecision: "1" } };

/** The library must never reach out: everything is in the package. */
function configure(baseUrl: string, threads: number): void {
	env.allowRemoteModels = false;
	env.allowLocalModels = true;
	env.useBrowserCache = false;
	env.useWasmCache = false;
	const isFile = baseUrl.startsWith("file:");
	env.localModelPath = isFile
		? decodeURIComponent(new URL(baseUrl).pathname)
		: baseUrl;
	const { wasm } = env.backends.onnx;
	if (wasm === undefined || isFile) return;
	wasm.numThreads = threads;
	wasm.proxy = false;
	wasm.wasmPaths = {
		mjs: `${baseUrl}ort/ort-wasm-simd-threaded.mjs`,
		wasm: `${baseUrl}ort/ort-wasm-simd-threaded.wasm`,
	};
}

const floatsOf = (tensor: unknown): Float32Array | undefined =>
	tensor instanceof Tensor && tensor.data instanceof Float32Array
		? tensor.data
		: undefined;

async function open(options: SessionOptions): Promise<PreTrainedModel> {
	const { baseUrl, backend, threads, addsExactly, weights } = options;
	configure(baseUrl, threads);
	const isNode = baseUrl.startsWith("file:");
	try {
		return await AutoModel.from_pretrained("model", {
			dtype: backend,
			device: isNode ? "cpu" : "wasm",
			local_files_only: true,
			session_options: {
				externalData: [weights],
				intraOpNumThreads: threads,
				// Without the arena the peak is 100 MB lower and nothing is slower (measured in Chromium 156).
				enableCpuMemArena: isNode,
				enableMemPattern: isNode,
				...(isNode && !addsExactly && { extra: EXACT_PRODUCTS }),
			},
		});
	} catch (error) {
		throw graphError(error);
	}
}

/** Opens the graph over the expanded weights. @throws ModelError `model-missing` or `model-damaged`. */
export async function openSession(options: SessionOptions): Promise<Session> {
	const model = await open(options);
	return {
		run: async ({ ids, mask, rows, columns }) => {
			const outputs: Record<string, unknown> = await model({
				input_ids: new Tensor("int64", ids, [rows, columns]),
				attention_mask: new Tensor("int64", mask, [rows, columns]),
			});
			const statistics = floatsOf(outputs.statistics);
			if (statistics === undefined)
				throw new ModelError("model-damaged", "the graph gives no statistics");
			return { statistics, evidence: floatsOf(outputs.evidence) };
		},
		dispose: async () => {
			await model.dispose();
		},
	};
}
