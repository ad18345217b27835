import {
	appendFileSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readSync,
	statSync,
	truncateSync,
} from "node:fs";
import { dirname } from "node:path";
import type {
	LanguageModel,
	TokenScores,
} from "../../../src/scoring/language-model.ts";
import { sha256 } from "../data/hash.ts";

const KEY_BYTES = 32;
const COUNT_BYTES = 4;
const WORD_BYTES = 4;
const FIELDS = 8;

/** The model's passes, kept on disk by text: whatever changes behind the model, no pass is paid twice. */
export interface PassCache {
	readonly around: (model: LanguageModel) => LanguageModel;
	readonly close: () => void;
}

function pack(text: string, scores: TokenScores): Buffer {
	const { from, to, logProb, entropy, variance } = scores;
	const { rank, topLogProb, evidence } = scores;
	const fields = [from, to, logProb, entropy, variance, rank, topLogProb];
	const count = Buffer.alloc(COUNT_BYTES);
	count.writeUInt32LE(from.length);
	const key = Buffer.from(sha256(text), "hex");
	const bytes = [...fields, evidence].map((field) =>
		Buffer.from(field.buffer, field.byteOffset, field.byteLength),
	);
	return Buffer.concat([key, count, ...bytes]);
}

function unpack(bytes: Uint8Array, tokens: number): TokenScores {
	const { buffer } = Uint8Array.from(bytes);
	const at = (field: number): number => field * tokens * WORD_BYTES;
	const floats = (field: number) => new Float32Array(buffer, at(field), tokens);
	return {
		from: new Uint32Array(buffer, at(0), tokens),
		to: new Uint32Array(buffer, at(1), tokens),
		logProb: floats(2),
		entropy: floats(3),
		variance: floats(4),
		rank: floats(5),
		topLogProb: floats(6),
		evidence: floats(7),
	};
}

interface Place {
	readonly at: number;
	readonly tokens: number;
}

const bodyBytes = (tokens: number): number => tokens * FIELDS * WORD_BYTES;

/** Where each record's numbers stand; a record that an interruption cut off is the last and is left out. */
function placesOf(file: number, size: number): Map<string, Place> {
	const places = new Map<string, Place>();
	const head = Buffer.alloc(KEY_BYTES + COUNT_BYTES);
	let at = 0;
	while (at + head.length <= size) {
		readSync(file, head, 0, head.length, at);
		const tokens = head.readUInt32LE(KEY_BYTES);
		const end = at + head.length + bodyBytes(tokens);
		if (end > size) break;
		places.set(head.toString("hex", 0, KEY_BYTES), {
			at: at + head.length,
			tokens,
		});
		at = end;
	}
	return places;
}

/**
 * Opens a file of passes, which belongs to one state of the model.
 * @throws Error when it cannot be read or written
 */
export function openPasses(path: string): PassCache {
	mkdirSync(dirname(path), { recursive: true });
	if (!existsSync(path)) appendFileSync(path, "");
	const file = openSync(path, "a+");
	const places = placesOf(file, statSync(path).size);
	let end = [...places.values()].reduce(
		(last, { at, tokens }) => Math.max(last, at + bodyBytes(tokens)),
		0,
	);
	truncateSync(path, end);
	const read = (text: string): TokenScores | undefined => {
		const place = places.get(sha256(text));
		if (place === undefined) return undefined;
		const bytes = Buffer.alloc(bodyBytes(place.tokens));
		readSync(file, bytes, 0, bytes.length, place.at);
		return unpack(bytes, place.tokens);
	};
	const write = (text: string, scores: TokenScores): void => {
		const record = pack(text, scores);
		appendFileSync(file, record);
		places.set(sha256(text), {
			at: end + KEY_BYTES + COUNT_BYTES,
			tokens: scores.from.length,
		});
		end += record.length;
	};
	return {
		around: (model) => ({
			countTokens: (text) => model.countTokens(text),
			score: async (texts, signal) => {
				const fresh = [...new Set(texts)].filter(
					(text) => !places.has(sha256(text)),
				);
				const scores =
					fresh.length === 0 ? [] : await model.score(fresh, signal);
				for (const [index, score] of scores.entries())
					write(fresh[index] ?? "", score);
				return texts.map((text) => {
					const known = read(text);
					if (known === undefined) throw new Error("A pass was not kept.");
					return known;
				});
			},
		}),
		close: () => closeSync(file),
	};
}
