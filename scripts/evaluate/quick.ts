import { readFileSync } from "node:fs";
import type { Detector } from "../../src/engine/detector.ts";
import { inRoot } from "../lib/root.ts";
import { linesOf } from "./data/lines-of.ts";
import { type Outcome, outcomeOf } from "./judge/outcome.ts";

/** Openly licensed texts by people, and texts written by a machine for this project; each names its licence. */
export const SAMPLE = inRoot("evaluation/sample.jsonl");
export const EXPECTED = inRoot("evaluation/sample-scores.json");
/**
 * Processors round differently: between one with VNNI and one with AVX2 alone, of the sample's probabilities one is .023
 * apart, the others less than .02. A change of model, heads or code moves some by more.
 */
export const TOLERANCE = 0.03;

export interface SampleText {
	readonly id: string;
	readonly text: string;
	readonly label: "human" | "ai";
}

/** What the detector says of one text of the sample; no probability where it declines. */
export interface Expected {
	readonly kind: Outcome["kind"];
	readonly probability?: number;
}

export const readSample = (): SampleText[] =>
	linesOf(readFileSync(SAMPLE, "utf8")).map((line) => JSON.parse(line));

export const readExpected = (): Record<string, Expected> =>
	JSON.parse(readFileSync(EXPECTED, "utf8"));

const DIGITS = 4;

export async function judgeSample(
	sample: readonly SampleText[],
	detector: Pick<Detector, "judge">,
): Promise<Outcome[]> {
	const texts = sample.map(({ text }) => text);
	const verdicts = await detector.judge(texts, new AbortController().signal);
	return verdicts.map(outcomeOf);
}

export const expectedOf = (outcome: Outcome): Expected =>
	outcome.kind === "scored"
		? {
				kind: outcome.kind,
				probability: Number(outcome.probability.toFixed(DIGITS)),
			}
		: { kind: outcome.kind };

/** A sentence for each text that is judged otherwise than expected. */
export function differences(
	found: Readonly<Record<string, Expected>>,
	expected: Readonly<Record<string, Expected>>,
): string[] {
	const ids = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
	return ids.flatMap((id) => {
		const now = found[id];
		const before = expected[id];
		if (now === undefined || before === undefined)
			return [`${id} is only in one of the sample and its expected scores.`];
		if (now.kind !== before.kind)
			return [`${id} is ${now.kind}, expected ${before.kind}.`];
		const change = Math.abs((now.probability ?? 0) - (before.probability ?? 0));
		return change <= TOLERANCE
			? []
			: [`${id} has ${now.probability}, expected ${before.probability}.`];
	});
}
