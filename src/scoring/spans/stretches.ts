import type { SpanHead } from "../heads/types.ts";
import type { TokenScores } from "../language-model.ts";
import { type Range, splitSentences } from "../sentences.ts";

/** A sentence, or short ones together, in the text that was scored. */
export interface Stretch extends Range {
	readonly tokens: number;
	/** Sum of the token evidence, in logits. */
	readonly evidence: number;
}

/** The sentences of a text with what the model's pass says of each; those with too few tokens together with a neighbour. */
export const stretchesOf = (
	text: string,
	scores: TokenScores,
	head: SpanHead,
): Stretch[] =>
	joinShort(
		splitSentences(text).map((sentence) => ({
			...sentence,
			tokens: 0,
			evidence: 0,
		})),
		scores,
		head,
	);

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
		open = {
			from: open?.from ?? start,
			to,
			tokens,
			evidence: sum,
		};
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
