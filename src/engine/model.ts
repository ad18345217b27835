import type { LanguageModel, TokenScores } from "../scoring/language-model.ts";
import { parseJson, type ReadFile } from "./read-file.ts";
import { openSession, type Session } from "./session.ts";
import { loadTokenizer, type Tokenizer, type Tokens } from "./tokenizer.ts";
import { expandWeights } from "./weights/expand.ts";
import { int8Expansion } from "./weights/expand-int8.ts";
import { q4Expansion } from "./weights/expand-q4.ts";
import { parseSmoothing } from "./weights/smoothing.ts";
import { type Backend, parseWeightIndex } from "./weights/weight-index.ts";
import { batchesOf, type Window, windowsOf } from "./windows.ts";

const STATISTICS = 5;
/** Any id serves: what stands after a text never reaches it. */
const PADDING_ID = 2n;
/** Of the loading time, measured on two cores: the rest is the session's. */
const EXPANSION_SHARE = 0.6;

export interface ModelOptions {
	/** Extension root or repository root; ends with a slash. */
	readonly baseUrl: string;
	readonly backend: Backend;
	readonly threads: number;
	/** As `SessionOptions` has it. */
	readonly addsExactly?: boolean;
	readonly readFile: ReadFile;
	readonly onProgress: (share: number) => void;
	readonly signal: AbortSignal;
}

export interface LoadedModel extends LanguageModel {
	/** Tokens run through the model, context of later windows included. */
	readonly tokensScored: () => number;
	readonly dispose: () => Promise<void>;
}

function emptyScores({ ids, from, to }: Tokens): TokenScores {
	const missing = () => new Float32Array(ids.length).fill(Number.NaN);
	return {
		from,
		to,
		logProb: missing(),
		entropy: missing(),
		variance: missing(),
		rank: missing(),
		topLogProb: missing(),
		evidence: new Float32Array(ids.length),
	};
}

function batchInput(batch: readonly Window[], tokens: readonly Tokens[]) {
	const columns = Math.max(...batch.map(({ length }) => length));
	const rows = batch.length;
	const ids = new BigInt64Array(rows * columns).fill(PADDING_ID);
	const mask = new BigInt64Array(rows * columns);
	for (const [row, { text, first, length }] of batch.entries()) {
		for (let column = 0; column < length; column++) {
			const id = tokens[text]?.ids[first + column] ?? 0;
			ids[row * columns + column] = BigInt(id);
			mask[row * columns + column] = 1n;
		}
	}
	return { ids, mask, rows, columns };
}

/** Copies one window's row of the outputs to its place in the scores of its text. */
function copyWindow(
	scores: TokenScores,
	{ first, length, skip }: Window,
	statistics: Float32Array,
	evidence: Float32Array | undefined,
): void {
	for (let column = Math.max(1, skip); column < length; column++) {
		const at = (column - 1) * STATISTICS;
		const token = first + column;
		scores.logProb[token] = statistics[at] ?? Number.NaN;
		scores.entropy[token] = statistics[at + 1] ?? Number.NaN;
		scores.variance[token] = statistics[at + 2] ?? Number.NaN;
		scores.rank[token] = statistics[at + 3] ?? Number.NaN;
		scores.topLogProb[token] = statistics[at + 4] ?? Number.NaN;
	}
	for (let column = skip; column < length; column++)
		scores.evidence[first + column] = evidence?.[column] ?? 0;
}

function languageModel(tokenizer: Tokenizer, session: Session): LoadedModel {
	let scored = 0;
	const runBatch = async (
		batch: readonly Window[],
		tokens: readonly Tokens[],
		scores: readonly TokenScores[],
	): Promise<void> => {
		const input = batchInput(batch, tokens);
		const { rows, columns } = input;
		const { statistics, evidence } = await session.run(input);
		scored += batch.reduce((sum, { length }) => sum + length, 0);
		const perRow = statistics.length / rows;
		for (const [row, window] of batch.entries()) {
			const target = scores[window.text];
			if (target === undefined) continue;
			copyWindow(
				target,
				window,
				statistics.subarray(row * perRow, (row + 1) * perRow),
				evidence?.subarray(row * columns, (row + 1) * columns),
			);
		}
	};
	return {
		countTokens: tokenizer.count,
		score: async (texts, signal) => {
			const tokens = texts.map(tokenizer.encode);
			const scores = tokens.map(emptyScores);
			const windows = windowsOf(tokens.map(({ ids }) => ids.length));
			for (const batch of batchesOf(windows)) {
				signal.throwIfAborted();
				await runBatch(batch, tokens, scores);
			}
			return scores;
		},
		tokensScored: () => scored,
		dispose: session.dispose,
	};
}

/**
 * Loads the language model of the package.
 * @throws ModelError `model-missing` or `model-damaged`; DOMException `AbortError`.
 */
export async function loadModel(options: ModelOptions): Promise<LoadedModel> {
	const { baseUrl, backend, threads, readFile, onProgress, signal } = options;
	const { addsExactly = false } = options;
	const folder = `${baseUrl}model/`;
	const [indexBytes, smoothing, tokenizer] = await Promise.all([
		readFile(`${folder}weights.json`),
		readFile(`${folder}smoothing.bin`),
		loadTokenizer(folder, readFile),
	]);
	const index = parseWeightIndex(parseJson(indexBytes, "weights.json"));
	const layout = index.expanded[backend];
	const data = await expandWeights({
		folder,
		index,
		layout,
		expandTensor:
			backend === "int8"
				? int8Expansion(parseSmoothing(smoothing))
				: q4Expansion,
		readFile,
		onProgress: (share) => onProgress(share * EXPANSION_SHARE),
		signal,
	});
	signal.throwIfAborted();
	const session = await openSession({
		baseUrl,
		backend,
		threads,
		addsExactly,
		weights: { path: layout.file, data },
	});
	onProgress(1);
	return languageModel(tokenizer, session);
}
