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

/** A stretch with its probability of being machine-written. */
export interface JudgedStretch extends Stretch {
	readonly probability: number;
}

/** Every sentence of a text with its probability of being machine-written, in order; short sentences together with a neighbour. */
export function judgedStretches(
	text: string,
	scores: TokenScores,
	{ spans: head, lexical }: SpanHeads,
): JudgedStretch[] {
	const stretches = stretchesOf(text, scores, head);
	const level =
		head.own * meanOfFinite(scores.evidence) + (1 - head.own) * head.offset;
	const logOdds = stretches.map(({ from, to, tokens, evidence }) => {
		const words = scoreText(text.slice(from, to), lexical);
		return (
			head.scale * (evidence - level * tokens) +
			head.lexical * words.logit * words.coverage
		);
	});
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
