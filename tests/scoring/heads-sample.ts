/** A complete `heads.json` with small round numbers, and its lexical weights. */
export const BUCKETS = 4096;

export const headsDescription = () => ({
	version: 1,
	languages: ["en", "zh"],
	minTokens: 40,
	unclearBelowTokens: 100,
	overwhelmingPValue: 0.0005,
	unclearPValue: 0.05,
	lexical: { file: "lexical.bin", buckets: BUCKETS, scale: 0.01, bias: 0.1 },
	fusion: {
		intercept: 0,
		referenceTokens: 200,
		longestTokens: 1000,
		length: 0.1,
		parts: [
			part({ part: "evidence", slope: 4 }),
			part({ part: "lexical", slope: 1, slopePerLogTokens: 0.5 }),
			part({ part: "log-probability", centre: -3, slope: 0.2 }),
		],
	},
	probability: { slope: 1, intercept: -1, perLogTokens: 0.1 },
	groups: [
		group({ language: "en", minTokens: 0, maxTokens: 100 }),
		group({ language: "en", minTokens: 100, maxTokens: 100_000 }),
		group({ language: "zh", minTokens: 0, maxTokens: 100_000 }),
	],
	reference: {
		evidence: quantiles(-4, 4),
		lexical: quantiles(-2, 2),
		"log-probability": quantiles(-1, 1),
		length: quantiles(-1, 1),
	},
	spans: {
		scale: 0.5,
		offset: 0.2,
		lexical: 0,
		own: 0,
		stay: 0.9,
		minTokens: 8,
	},
	aFieldOfTheFuture: [1, 2, 3],
});

/** The same with heads of its own for Chinese, which weigh nothing but n-grams. */
export function withChinese() {
	const { groups, reference, spans: _, ...common } = headsDescription();
	const chinese = {
		...common,
		minTokens: 50,
		lexical: {
			file: "lexical-zh.bin",
			buckets: CHINESE_BUCKETS,
			scale: 0.02,
			bias: 0,
			grams: "chinese",
		},
		fusion: { ...common.fusion, parts: [part({ part: "lexical", slope: 2 })] },
		groups: groups.filter(({ language }) => language === "zh"),
		reference: { lexical: reference.lexical },
	};
	return { ...headsDescription(), byLanguage: { zh: chinese } };
}

export const CHINESE_BUCKETS = 65536;

export const lexicalWeights = (): Uint8Array =>
	new Uint8Array(
		Int8Array.from({ length: BUCKETS }, (_, bucket) =>
			bucket % 5 === 0 ? -128 : ((bucket * 37) % 201) - 100,
		).buffer,
	);

function part(fields: { part: string; slope: number; [key: string]: unknown }) {
	return { centre: 0, slopePerLogTokens: 0, min: -10, max: 10, ...fields };
}

function group(fields: {
	language: string;
	minTokens: number;
	maxTokens: number;
}) {
	return {
		...fields,
		scores: [-2, 0, 2, 4, 6],
		pValues: [0.9, 0.5, 0.05, 0.005, 0.0002],
	};
}

function quantiles(from: number, to: number): number[] {
	return Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100);
}
