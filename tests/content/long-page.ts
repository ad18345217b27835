import { fixtures } from "./fixtures.ts";

/** Paragraphs in one chapter. */
const CHAPTER = 12;

const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

export interface LongPage {
	readonly html: string;
	readonly paragraphs: readonly string[];
	readonly words: number;
}

/** A book of at least `least` words: the long document's paragraphs again and again, each one numbered and so once only. */
export function longPage(least: number): LongPage {
	const source = fixtures().find(({ slug }) => slug === "long-document");
	const texts = (source?.passages ?? []).flatMap(({ text }) =>
		text.split("\n\n"),
	);
	const paragraphs: string[] = [];
	let words = 0;
	while (texts.length > 0 && words < least) {
		const number = paragraphs.length + 1;
		// Some speak of robots, which the stub judges machine-like.
		const lead = `This is ${number % 7 === 0 ? "robot" : "reading"} number ${number} of the book.`;
		const text = `${lead} ${texts[(number - 1) % texts.length]}`;
		paragraphs.push(text);
		words += wordsIn(text);
	}
	const body = paragraphs.map((text, index) => {
		const chapter = `<h2>Chapter ${index / CHAPTER + 1}</h2>\n`;
		return `${index % CHAPTER === 0 ? chapter : ""}<p>${escaped(text)}</p>`;
	});
	const style = "body { max-width: 40em; margin: auto; font: 18px/1.5 serif; }";
	const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A long book</title><style>${style}</style></head>\n<body><main>\n<h1>A long book</h1>\n${body.join("\n")}\n</main></body></html>\n`;
	return { html, paragraphs, words };
}
