import { createDetector } from "../scoring/detector.ts";
import {
	type Heads,
	HeadsError,
	parseHeads,
	weightFiles,
} from "../scoring/heads.ts";
import type { LanguageModel } from "../scoring/language-model.ts";
import type { Detector } from "./detector.ts";
import { loadModel } from "./model.ts";
import { ModelError } from "./model-error.ts";
import { fetchFile, parseJson, type ReadFile } from "./read-file.ts";

export interface DetectorOptions {
	/** Extension root or repository root; ends with a slash. */
	readonly baseUrl: string;
	readonly threads: number;
	/** As `SessionOptions` has it. */
	readonly addsExactly?: boolean;
	readonly onProgress: (share: number) => void;
	readonly signal: AbortSignal;
	/** How files are read; by default the extension fetches its own. */
	readonly readFile?: ReadFile;
	/** Stands between detector and model; evaluation keeps the model's passes there. */
	readonly around?: (model: LanguageModel) => LanguageModel;
	/** As `createDetector` has it. */
	readonly readAll?: boolean;
}

/** The trained heads of a folder that ends with a slash. @throws ModelError `model-missing` or `model-damaged`. */
export async function loadHeads(
	folder: string,
	readFile: ReadFile,
): Promise<Heads> {
	const [description, lexical] = await Promise.all([
		readFile(`${folder}heads.json`),
		readFile(`${folder}lexical.bin`),
	]);
	const heads = parseJson(description, "heads.json");
	try {
		const names = weightFiles(heads);
		const files = await Promise.all(
			names.map((name) => readFile(folder + name)),
		);
		const others = new Map(
			names.map((name, at) => [name, files[at] ?? new Uint8Array()]),
		);
		return parseHeads(heads, lexical, others);
	} catch (cause) {
		if (!(cause instanceof HeadsError)) throw cause;
		throw new ModelError("model-damaged", cause.message, { cause });
	}
}

/** Loads model and heads. @throws ModelError `model-missing` or `model-damaged`. */
export async function loadDetector(
	options: DetectorOptions,
): Promise<Detector> {
	const { baseUrl, threads, onProgress, signal } = options;
	const { addsExactly = false } = options;
	const readFile = options.readFile ?? fetchFile;
	const heads = await loadHeads(`${baseUrl}model/heads/`, readFile);
	const model = await loadModel({
		baseUrl,
		backend: "int8",
		threads,
		addsExactly,
		readFile,
		onProgress,
		signal,
	});
	const { around = (plain) => plain, readAll = false } = options;
	const { judge } = createDetector(around(model), heads, { readAll });
	return {
		judge,
		tokensScored: model.tokensScored,
		dispose: model.dispose,
	};
}
