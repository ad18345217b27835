import { expect, it } from "vitest";
import { prose } from "../fakes.ts";
import { parse } from "../fixtures.ts";
import { readDocument } from "../read.ts";

const SIGNATURE =
	"I answer messages on Sundays only, between breakfast and the first walk of the day, so please be patient with me.";

interface Post {
	readonly text: string;
	readonly end?: string;
}
const thread = (posts: readonly Post[]): string =>
	posts
		.map(
			({ text, end = "" }, index) =>
				`<div class="post"><a class="username" href="/u/${index}">u${index}</a><p>${text}</p>${end}</div>`,
		)
		.join("");
const signed = `<p>${SIGNATURE}</p>`;

async function textsOf(html: string): Promise<readonly string[]> {
	const { window } = parse(`<!doctype html><body>${html}</body>`);
	const { passages } = await readDocument(window, new AbortController().signal);
	return passages.map(({ text }) => text);
}

const [one, two, three] = ["cats", "dogs", "owls"].map((it) => prose(it, 60));
const long = prose("closing", 70);

it.each<[string, readonly Post[], readonly string[]]>([
	[
		"under two posts",
		[
			{ text: `${one}`, end: signed },
			{ text: `${two}` },
			{ text: `${three}`, end: signed },
		],
		[`${one}`, `${two}`, `${three}`],
	],
	[
		"in a box of its own",
		[1, 2].map((index) => ({
			text: `${index === 1 ? one : two}`,
			end: `<aside>${SIGNATURE}</aside>`,
		})),
		[`${one}`, `${two}`],
	],
	[
		"of two paragraphs",
		[one, two].map((text) => ({
			text: `${text}`,
			end: `<p>My books are sold at the market hall, on the second floor.</p>${signed}`,
		})),
		[`${one}`, `${two}`],
	],
	[
		"below a rule",
		[
			{ text: `${one}`, end: `<hr>${signed}` },
			{ text: `${two}`, end: `<hr>${signed}` },
		],
		[`${one}`, `${two}`],
	],
])("a signature %s is no part of any passage", async (_where, posts, texts) => {
	expect(await textsOf(thread(posts))).toEqual(texts);
});

it.each<[string, readonly Post[], readonly string[]]>([
	[
		"what ends one post",
		[{ text: `${one}`, end: signed }, { text: `${two}` }],
		[`${one}\n\n${SIGNATURE}`, `${two}`],
	],
	[
		"a post that comes twice",
		[{ text: SIGNATURE }, { text: SIGNATURE }, { text: `${one}` }],
		[SIGNATURE, SIGNATURE, `${one}`],
	],
	[
		"a post of two paragraphs that comes twice",
		[1, 2].map(() => ({ text: `${one}`, end: signed })),
		[1, 2].map(() => `${one}\n\n${SIGNATURE}`),
	],
	[
		"a short closing",
		[one, two].map((text) => ({
			text: `${text}`,
			end: "<p>Thanks in advance.</p>",
		})),
		[one, two].map((text) => `${text}\n\nThanks in advance.`),
	],
	[
		"a long text",
		[one, two].map((text) => ({ text: `${text}`, end: `<p>${long}</p>` })),
		[one, two].map((text) => `${text}\n\n${long}`),
	],
	[
		"what somebody goes on from",
		[
			{ text: `${one}`, end: signed },
			{ text: SIGNATURE, end: `<p>${two}</p>` },
		],
		[`${one}\n\n${SIGNATURE}`, `${SIGNATURE}\n\n${two}`],
	],
])("%s stays", async (_what, posts, texts) => {
	expect(await textsOf(thread(posts))).toEqual(texts);
});

it("outside of posts nothing is a signature", async () => {
	const html = `<p>${one}</p><p>${SIGNATURE}</p><h2>More</h2><p>${two}</p><p>${SIGNATURE}</p>`;
	expect((await textsOf(html)).join(" ").split(SIGNATURE)).toHaveLength(3);
});
