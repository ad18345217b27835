import { endsSentence } from "./sentences/ends-sentence.ts";

/** A stretch of text in UTF-16 offsets, [from, to). */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** Marks that may end a sentence with the quotes and brackets that close after them, or a paragraph break. */
const BOUNDARY =
	/[.!?\u2026]+["'\u2019\u201d)\]*_]*(?=\s)|[\u3002\uff01\uff1f\uff61]+["'\u2019\u201d\u300d\u300f)\uff09\]\u3011]*|\n\s*\n/gu;

/** Chat is often written in small letters throughout: then a small letter behind a mark says nothing. */
const CAPITAL_FIRST =
	/(?:^|[.!?\u2026]["'\u2019\u201d)\]*_]*\s)\s*["'\u2018\u201c([*_-]*\p{Lu}/u;

/**
 * Sentences of English or Chinese text, in order, without the white space between them. They
 * cover everything else. Own rules rather than `Intl.Segmenter`, which differs between browsers.
 */
export function splitSentences(text: string): Range[] {
	const sentences: Range[] = [];
	let from = 0;
	const close = (end: number): void => {
		const sentence = trimmed(text, { from, to: end });
		if (sentence.from < sentence.to) sentences.push(sentence);
		from = end;
	};
	const hasCapitals = CAPITAL_FIRST.test(text);
	for (const { 0: mark, index } of text.matchAll(BOUNDARY)) {
		const end = index + mark.length;
		if (endsSentence(text, { from: index, to: end }, from, hasCapitals))
			close(end);
	}
	close(text.length);
	return sentences;
}

const isSpace = (text: string, index: number): boolean =>
	/\s/.test(text.charAt(index));

function trimmed(text: string, { from, to }: Range): Range {
	let start = from;
	let end = to;
	while (start < end && isSpace(text, start)) start++;
	while (end > start && isSpace(text, end - 1)) end--;
	return { from: start, to: end };
}
