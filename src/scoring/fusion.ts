import type { FusionHead, FusionPart } from "./heads/types.ts";
import type { ReasonPart } from "./verdict.ts";

/** What the parts are made of. */
export interface FusionInputs {
	readonly tokens: number;
	/** Mean evidence a token. */
	readonly evidence: number;
	readonly lexicalLogit: number;
	readonly lexicalCoverage: number;
	/** Nats; `undefined` where the language model has not read the passage. */
	readonly meanLogProb: number | undefined;
}

export interface Contribution {
	readonly part: ReasonPart;
	/** Logits. */
	readonly weight: number;
}

export interface Fused {
	/** Logits before calibration: the intercept plus all contributions. */
	readonly score: number;
	readonly contributions: readonly Contribution[];
}

/** ln(tokens / referenceTokens): 0 for a passage of reference length, no more for one longer than any that was fitted. */
export const logLength = (
	tokens: number,
	{ referenceTokens, longestTokens }: FusionHead,
): number =>
	Math.log(Math.min(Math.max(tokens, 1), longestTokens) / referenceTokens);

/** The additive score of a passage in its named parts. */
export function fuse(inputs: FusionInputs, head: FusionHead): Fused {
	const length = logLength(inputs.tokens, head);
	const contributions: Contribution[] = [
		...head.parts.map((part) => ({
			part: part.part,
			weight: contribution(part, inputs, length),
		})),
		{ part: "length", weight: head.length * length },
	];
	const score = contributions.reduce(
		(sum, { weight }) => sum + weight,
		head.intercept,
	);
	return { score, contributions };
}

/** What one part contributes, in logits; 0 where the head has no such part. */
export function partWeight(
	name: FusionPart["part"],
	inputs: FusionInputs,
	head: FusionHead,
): number {
	const part = head.parts.find((one) => one.part === name);
	const length = logLength(inputs.tokens, head);
	return part === undefined ? 0 : contribution(part, inputs, length);
}

function contribution(
	{ part, centre, slope, slopePerLogTokens, min, max }: FusionPart,
	inputs: FusionInputs,
	length: number,
): number {
	const input = inputOf(part, inputs);
	if (input === undefined) return 0;
	const value = Math.min(max, Math.max(min, input));
	return (slope + slopePerLogTokens * length) * (value - centre);
}

function inputOf(
	part: FusionPart["part"],
	inputs: FusionInputs,
): number | undefined {
	switch (part) {
		case "evidence":
			return inputs.evidence;
		case "lexical":
			return inputs.lexicalLogit * inputs.lexicalCoverage;
		case "log-probability":
			return inputs.meanLogProb;
	}
}
