import { findChange } from "../scoring/change-point.ts";
import type { Verdict } from "../scoring/verdict.ts";
import type { Turn } from "../shared/messages.ts";
import type { Passage } from "./passages.ts";

const paragraphsIn = (passages: readonly Passage[]): number =>
	passages.reduce((sum, { text }) => sum + text.split("\n\n").length, 0);

/** The passages of the longest text of the page: posts of others beside it are no part of it. */
function longestText(passages: readonly Passage[]): readonly Passage[] {
	const texts = new Map<Element, Passage[]>();
	for (const passage of passages) {
		const text = texts.get(passage.unit);
		if (text === undefined) texts.set(passage.unit, [passage]);
		else text.push(passage);
	}
	const words = (text: readonly Passage[]): number =>
		text.reduce((sum, passage) => sum + passage.words, 0);
	return [...texts.values()].reduce<readonly Passage[]>(
		(longest, text) => (words(text) > words(longest) ? text : longest),
		[],
	);
}

/** Where the writing of the page's longest text changes; said only when all of it is judged. */
export function turnOf(
	passages: readonly Passage[],
	verdictOf: (passage: Passage) => Verdict | undefined,
): Turn | undefined {
	const text = longestText(passages);
	const verdicts = text.map(verdictOf);
	if (verdicts.includes(undefined)) return undefined;
	const change = findChange(verdicts);
	if (change === undefined) return undefined;
	return {
		after: paragraphsIn(text.slice(0, change.at)),
		of: paragraphsIn(text),
		to: change.to,
	};
}
