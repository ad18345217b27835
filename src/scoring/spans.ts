import type { LexicalHead, SpanHead } from "./heads/types.ts";
import type { TokenScores } from "./language-model.ts";
import { scoreText } from "./lexical.ts";
import type { MappedText } from "./normalise/mapped-text.ts";
import type { Range } from "./sentences.ts";
import { machinePosteriors } from "./spans/posteriors.ts";
import { type Stretch, stretchesOf } from "./spans/stretches.ts";
import { meanOfFinite } from "./statistics.ts";
import type { Span } from "./verdict.ts";

/** What sentences are judged by. */
export interface SpanHeads {
	readonly spans: SpanHead;
	readonly lexical: LexicalHead;
}

/** What judges the sentences of a passage, whatever the span head. */
export interface ReadStretches {
	readonly stretches: readonly ReadStretch[];
	/** Mean over the passage's tokens, in logits. */
	readonly meanEvidence: number;
}

/** A stretch with what its words say, in logits. */
export interface ReadStretch extends Stretch {
	readonly lexical: number;
}

/** A stretch with its probability of being machine-written. */
export interface JudgedStretch extends ReadStretch {
	readonly probability: number;
}

/** The sentences of a text with all that is known of each; short ones together with a neighbour. */
export function readStretches(
	text: string,
	scores: TokenScores,
	{ spans, lexical }: SpanHeads,
): ReadStretches {
	const stretches = stretchesOf(text, scores, spans).map((stretch) => {
		const words = scoreText(text.slice(stretch.from, stretch.to), lexical);
		return { ...stretch, lexical: words.logit * words.coverage };
	});
	return { stretches, meanEvidence: meanOfFinite(scores.evidence) };
}

/** Each stretch with its probability of being machine-written, in order. */
export function judgeStretches(
	{ stretches, meanEvidence }: ReadStretches,
	head: SpanHead,
): JudgedStretch[] {
	const level = head.own * meanEvidence + (1 - head.own) * head.offset;
	const logOdds = stretches.map(
		({ tokens, evidence, lexical }) =>
			head.scale * (evidence - level * tokens) + head.lexical * lexical,
	);
	const posteriors = machinePosteriors(logOdds, head.stay);
	return stretches.map((stretch, index) => ({
		...stretch,
		probability: posteriors[index] ?? 0,
	}));
}

/** A range of the normalised passage in the raw one, without the space behind it. */
export function rawRange(
	{ from, to }: Range,
	source: MappedText,
	raw: string,
): Range {
	const start = source.map[from] ?? 0;
	const text = raw.slice(start, source.map[to] ?? raw.length);
	return { from: start, to: start + text.trimEnd().length };
}

/**
 * The same with offsets of the raw passage.
 *
 * @param source the normalised passage, which was scored, with its map into `raw`
 */
export const spansOf = (
	source: MappedText,
	raw: string,
	stretches: readonly JudgedStretch[],
): Span[] =>
	stretches.map(({ probability, ...range }) => ({
		...rawRange(range, source, raw),
		probability,
	}));
