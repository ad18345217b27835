import { type Range, splitSentences } from "../../../src/scoring/sentences.ts";
import type { Span } from "../../../src/scoring/verdict.ts";
import { areaOf } from "../../../src/shared/marked-area.ts";
import { isMarked, isScored, type Outcome } from "../judge/outcome.ts";
import { type Call, macroF1 } from "../metrics/f1.ts";
import type { Judged } from "./judged.ts";

const MACHINE_PROBABILITY = 0.5;

const overlap = (a: Range, b: Range): number =>
	Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

const covered = (sentence: Range, ranges: readonly Range[]): number =>
	ranges.reduce((sum, range) => sum + overlap(sentence, range), 0);

/** The sentences of a mixed text: by whom most of each is, and as what most of it was shown. */
export function sentenceCalls(
	text: string,
	machine: readonly Range[],
	outcome: Outcome,
): Call[] {
	return callsOfSpans(text, machine, isScored(outcome) ? outcome.spans : []);
}

/** The same for spans by themselves. */
export function callsOfSpans(
	text: string,
	machine: readonly Range[],
	spans: readonly Span[],
): Call[] {
	const shown = spans.filter(
		({ probability }) => probability >= MACHINE_PROBABILITY,
	);
	return splitSentences(text).map((sentence) => {
		const half = (sentence.to - sentence.from) / 2;
		return {
			isMachine: covered(sentence, machine) > half,
			called: covered(sentence, shown) > half,
		};
	});
}

export interface SentenceReport {
	readonly name: string;
	readonly texts: number;
	readonly sentences: number;
	/** Texts whose verdict has sentences at all: in the rest every sentence counts as called human. */
	readonly given: number;
	readonly macroF1: number;
	/** Of the texts whose verdict has sentences. */
	readonly macroF1Given: number;
	/** Texts of which a page marks all or a part, at normal sensitivity. */
	readonly marked: number;
	/** Of all texts, where only sentences that a page marks count as called. */
	readonly macroF1Marked: number;
}

const hasSpans = ({ outcome }: Judged): boolean =>
	isScored(outcome) && outcome.spans.length > 0;

const callsOf = (judged: readonly Judged[]): Call[] =>
	judged.flatMap(({ row, outcome }) =>
		sentenceCalls(row.text, row.machine ?? [], outcome),
	);

const callsOnPage = (judged: readonly Judged[]): Call[] =>
	judged.flatMap(({ row, outcome }) => {
		const area = isScored(outcome)
			? areaOf(outcome, row.text.length, "normal")
			: undefined;
		return callsOfSpans(row.text, row.machine ?? [], area?.spans ?? []);
	});

const GROUPS: Readonly<Record<string, string>> = {
	"own splices": "made/splices",
	"continuations (AdaDetectGPT)": "bench/ada-",
	"SeqXGPT, out of distribution": "bench/seqxgpt-",
};

/** Sentence figures of each group of mixed texts that was scored. */
export const sentenceReports = (judged: readonly Judged[]): SentenceReport[] =>
	Object.entries(GROUPS).flatMap(([name, start]) => {
		const mixed = judged.filter(
			({ row }) => row.label === "mixed" && row.set.startsWith(start),
		);
		if (mixed.length === 0) return [];
		const withSpans = mixed.filter(hasSpans);
		const calls = callsOf(mixed);
		return [
			{
				name,
				texts: mixed.length,
				sentences: calls.length,
				given: withSpans.length,
				macroF1: macroF1(calls),
				macroF1Given: macroF1(callsOf(withSpans)),
				marked: mixed.filter(({ outcome }) => isMarked(outcome)).length,
				macroF1Marked: macroF1(callsOnPage(mixed)),
			},
		];
	});
