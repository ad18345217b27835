import {
	complain,
	entriesOf,
	type Field,
	fieldOf,
	HeadsError,
	listOf,
	numberOf,
	oneOf,
	sortedNumbers,
	textOf,
} from "./heads/fields.ts";
import { readGroup, registerWithoutGroup } from "./heads/groups.ts";
import {
	type ClearingHead,
	FUSED_PARTS,
	type FusionPart,
	GRAMS,
	type Heads,
	headsFor,
	type LanguageHeads,
	type LexicalHead,
	type SpanHead,
} from "./heads/types.ts";
import type { ReasonPart } from "./verdict.ts";

export { HeadsError } from "./heads/fields.ts";
export type { Heads } from "./heads/types.ts";

const VERSION = 1;
const SHARE = { least: 0, most: 1 };
const COUNT = { least: 0 };
const POSITIVE = { least: Number.MIN_VALUE };

/**
 * Reads the small trained files of `model/heads`.
 *
 * @param description `heads.json`, parsed; fields it does not know are ignored
 * @param lexicalWeights the bytes of `lexical.bin`, one signed byte a bucket
 * @param otherWeights the bytes of the files that `weightFiles` names, by name
 * @throws HeadsError with a plain sentence when anything is missing, not finite or inconsistent
 */
export function parseHeads(
	description: unknown,
	lexicalWeights: Uint8Array,
	otherWeights: ReadonlyMap<string, Uint8Array> = new Map(),
): Heads {
	const heads: Field = { value: description, path: "heads" };
	const version = numberOf(heads, "version");
	if (version !== VERSION) {
		throw new HeadsError(
			`Trained heads: version ${version} is not ${VERSION}.`,
		);
	}
	const languages = listOf(heads, "languages").map((item) =>
		typeof item.value === "string" ? item.value : complain(item, "is no text"),
	);
	const common = readLanguage(heads, lexicalWeights);
	const byLanguage = Object.fromEntries(
		entriesOf(heads, "byLanguage").map(([language, field]) => {
			const name = textOf(fieldOf(field, "lexical"), "file");
			const weights = otherWeights.get(name);
			return [
				language,
				readLanguage(field, weights ?? complain(field, `lacks ${name}`)),
			];
		}),
	);
	const parsed = { ...common, languages, byLanguage };
	for (const language of languages) {
		const { groups } = headsFor(language, parsed);
		const missing = registerWithoutGroup(language, groups);
		if (missing === undefined) continue;
		complain(fieldOf(heads, "groups"), `has none for ${language}, ${missing}`);
	}
	return parsed;
}

/** Names of the files beside `lexical.bin` that hold the weights of languages with their own heads. */
export const weightFiles = (description: unknown): string[] =>
	entriesOf({ value: description, path: "heads" }, "byLanguage").map(
		([, field]) => textOf(fieldOf(field, "lexical"), "file"),
	);

function readLanguage(field: Field, weights: Uint8Array): LanguageHeads {
	const spans = fieldOf(field, "spans");
	const clears = fieldOf(field, "clears");
	return {
		groups: listOf(field, "groups").map(readGroup),
		minTokens: numberOf(field, "minTokens", COUNT),
		unclearBelowTokens: numberOf(field, "unclearBelowTokens", COUNT),
		overwhelmingPValue: numberOf(field, "overwhelmingPValue", SHARE),
		unclearPValue: numberOf(field, "unclearPValue", SHARE),
		lexical: readLexical(fieldOf(field, "lexical"), weights),
		fusion: readFusion(fieldOf(field, "fusion")),
		probability: readProbability(fieldOf(field, "probability")),
		reference: readReference(fieldOf(field, "reference")),
		spans: spans.value === undefined ? undefined : readSpans(spans),
		clears: clears.value === undefined ? undefined : readClears(clears),
	};
}

function readLexical(field: Field, bytes: Uint8Array): LexicalHead {
	const buckets = numberOf(field, "buckets", { least: 1, most: 2 ** 26 });
	if (!Number.isInteger(Math.log2(buckets))) {
		complain(fieldOf(field, "buckets"), "is not a power of two");
	}
	if (bytes.length !== buckets) {
		complain(field, `has ${bytes.length} weights for ${buckets} buckets`);
	}
	const grams = fieldOf(field, "grams").value;
	return {
		grams: grams === undefined ? "spaced" : oneOf(field, "grams", GRAMS),
		buckets,
		scale: numberOf(field, "scale"),
		bias: numberOf(field, "bias"),
		weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
	};
}

function readFusion(field: Field): Heads["fusion"] {
	return {
		intercept: numberOf(field, "intercept"),
		referenceTokens: numberOf(field, "referenceTokens", POSITIVE),
		longestTokens: numberOf(field, "longestTokens", POSITIVE),
		length: numberOf(field, "length"),
		parts: listOf(field, "parts").map(readPart),
	};
}

function readPart(field: Field): FusionPart {
	const min = numberOf(field, "min");
	return {
		part: oneOf(field, "part", FUSED_PARTS),
		centre: numberOf(field, "centre"),
		slope: numberOf(field, "slope"),
		slopePerLogTokens: numberOf(field, "slopePerLogTokens"),
		min,
		max: numberOf(field, "max", { least: min }),
	};
}

const readProbability = (field: Field): Heads["probability"] => ({
	slope: numberOf(field, "slope"),
	intercept: numberOf(field, "intercept"),
	perLogTokens: numberOf(field, "perLogTokens"),
});

function readReference(field: Field): Record<ReasonPart, number[]> {
	const quantiles = (part: ReasonPart): number[] =>
		fieldOf(field, part).value === undefined
			? []
			: sortedNumbers(field, part, "rising");
	return {
		evidence: quantiles("evidence"),
		lexical: quantiles("lexical"),
		"log-probability": quantiles("log-probability"),
		length: quantiles("length"),
	};
}

const readClears = (field: Field): ClearingHead => ({
	belowLexical: numberOf(field, "belowLexical"),
	evidence: numberOf(field, "evidence"),
});

const readSpans = (field: Field): SpanHead => ({
	scale: numberOf(field, "scale"),
	offset: numberOf(field, "offset"),
	lexical: numberOf(field, "lexical"),
	own: numberOf(field, "own", SHARE),
	stay: numberOf(field, "stay", SHARE),
	minTokens: numberOf(field, "minTokens", COUNT),
});
