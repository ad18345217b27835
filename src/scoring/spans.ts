import type { LexicalHead, SpanHead } from "./heads/types.ts";
import type { TokenScores } from "./language-model.ts";
import { scoreText } from "./lexical.ts";
import type { MappedText } from "./normalise/mapped-text.ts";
import { type Range, splitSentences } from "./sentences.ts";
import { machinePosteriors } from "./spans/posteriors.ts";
import { meanOfFinite } from "./statistics.ts";
import type { Span } from "./verdict.ts";

interface Stretch extends Range {
	readonly tokens: number;
	/** Sum of the token evidence, in logits. */
	readonly evidence: number;
}

/** What sentences are judged by. */
export interface SpanHeads {
	readonly spans: SpanHead;
	readonly lexical: LexicalHead;
}

/**
 * Every sentence of a passage with its probability of being machine-written, in order; short
 * sentences together with a neighbour. Offsets are those of the raw passage.
 *
 * @param source the normalised passage, which was scored, with its map into `raw`
 */
export function spansOf(
	source: MappedText,
	raw: string,
	scores: TokenScores,
	{ spans: head, lexical }: SpanHeads,
): Span[] {
	const sentences = splitSentences(source.text);
	const stretches = joinShort(
		sentences.map((sentence) => ({ ...sentence, tokens: 0, evidence: 0 })),
		scores,
		head,
	);
	const level =
		head.own * meanOfFinite(scores.evidence) + (1 - head.own) * head.offset;
	const logOdds = stretches.map(({ from, to, tokens, evidence }) => {
		const words = scoreText(source.text.slice(from, to), lexical);
		return (
			head.scale * (evidence - level * tokens) +
			head.lexical * words.logit * words.coverage
		);
	});
	const posteriors = machinePosteriors(logOdds, head.stay);
	return stretches.map(({ from, to }, index) => {
		const rawFrom = source.map[from] ?? 0;
		const text = raw.slice(rawFrom, source.map[to] ?? raw.length);
		return {
			from: rawFrom,
			to: rawFrom + text.trimEnd().length,
			probability: posteriors[index] ?? 0,
		};
	});
}

/**
 * Gives each sentence the tokens that end in it (a token may begin with the space before it);
 * those with too few are joined to the next, the last to the one before.
 */
function joinShort(
	sentences: readonly Stretch[],
	{ to: tokenEnds, evidence }: TokenScores,
	{ minTokens }: SpanHead,
): Stretch[] {
	const joined: Stretch[] = [];
	let open: Stretch | undefined;
	let token = 0;
	for (const [index, { from: start, to }] of sentences.entries()) {
		const end = sentences[index + 1]?.from ?? Number.POSITIVE_INFINITY;
		let tokens = open?.tokens ?? 0;
		let sum = open?.evidence ?? 0;
		for (
			;
			token < tokenEnds.length && (tokenEnds[token] ?? 0) <= end;
			token++
		) {
			const value = evidence[token] ?? Number.NaN;
			if (!Number.isFinite(value)) continue;
			tokens++;
			sum += value;
		}
		open = { from: open?.from ?? start, to, tokens, evidence: sum };
		if (tokens < minTokens) continue;
		joined.push(open);
		open = undefined;
	}
	return open === undefined ? joined : closeLast(joined, open);
}

function closeLast(joined: readonly Stretch[], open: Stretch): Stretch[] {
	const last = joined.at(-1);
	if (last === undefined) return [open];
	const whole = {
		from: last.from,
		to: open.to,
		tokens: last.tokens + open.tokens,
		evidence: last.evidence + open.evidence,
	};
	return [...joined.slice(0, -1), whole];
}
