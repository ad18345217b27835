import { PreTrainedTokenizer } from "@xenova/transformers";
import { ModelError } from "./model-error.ts";
import { parseJson, type ReadFile } from "./read-file.ts";
import { tokenOffsets } from "./token-offsets.ts";

export interface Tokens {
	readonly ids: readonly number[];
	readonly from: Uint32Array;
	readonly to: Uint32Array;
}

export interface Tokenizer {
	readonly count: (text: string) => number;
	readonly encode: (text: string) => Tokens;
}

interface TokenizerFile {
	readonly added_tokens: readonly { id: number; content: string }[];
	readonly model: { readonly vocab: Readonly<Record<string, number>> };
}

const isTokenizerFile = (value: unknown): value is TokenizerFile =>
	typeof value === "object" &&
	value !== null &&
	"added_tokens" in value &&
	Array.isArray(value.added_tokens) &&
	"model" in value &&
	typeof value.model === "object" &&
	value.model !== null &&
	"vocab" in value.model &&
	typeof value.model.vocab === "object";

/** UTF-8 bytes of each token by its id: in a byte-level vocabulary every character stands for one byte. */
function byteLengthsOf(file: TokenizerFile): Uint8Array {
	const vocabulary = Object.entries(file.model.vocab);
	const lengths = new Uint8Array(vocabulary.length);
	for (const [token, id] of vocabulary) lengths[id] = [...token].length;
	for (const { id, content } of file.added_tokens)
		lengths[id] = new TextEncoder().encode(content).length;
	return lengths;
}

/** Reads the tokenizer of the package. @throws ModelError `model-missing` or `model-damaged`. */
export async function loadTokenizer(
	folder: string,
	readFile: ReadFile,
): Promise<Tokenizer> {
	const read = async (file: string): Promise<unknown> =>
		parseJson(await readFile(`${folder}${file}`), file);
	const [file, config] = await Promise.all([
		read("tokenizer.json"),
		read("tokenizer_config.json"),
	]);
	if (!isTokenizerFile(file) || typeof config !== "object" || config === null)
		throw new ModelError("model-damaged", "tokenizer.json is malformed");
	const tokenizer = new PreTrainedTokenizer(file, config);
	const byteLengths = byteLengthsOf(file);
	const idsOf = (text: string): number[] =>
		text === "" ? [] : tokenizer.encode(text, { add_special_tokens: false });
	return {
		count: (text) => idsOf(text).length,
		encode: (text) => {
			const ids = idsOf(text);
			const lengths = ids.map((id) => byteLengths[id] ?? 0);
			return { ids, ...tokenOffsets(text, lengths) };
		},
	};
}
