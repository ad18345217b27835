// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { createPainter } from "../../src/content/highlights.ts";
import type { Passage } from "../../src/content/passages.ts";
import { FakeHighlight } from "./fakes.ts";
import { readDocument } from "./read.ts";

const words = (word: string): string => `${Array(30).fill(word).join(" ")}.`;
const query = (selector: string): Element => {
	const found = document.querySelector(selector);
	if (found === null) throw new Error(`no ${selector}`);
	return found;
};

/** Two posts, painted, and what the page's changes do to their marks before the next frame. */
async function setUp() {
	document.body.innerHTML = `
		<article id="one"><p>${words("one")}<b>${words("bold")}</b>${words("more")}</p><p>${words("end")}</p></article>
		<article id="two"><p>${words("two")}</p></article>`;
	const life = new AbortController();
	const registry = new Map<string, Highlight>();
	const painter = createPainter(
		{
			registry: registry as unknown as HighlightRegistry,
			createHighlight: () => new FakeHighlight() as unknown as Highlight,
			shadeBehind: () => "light",
		},
		life.signal,
	);
	const { passages } = await readDocument(window, life.signal);
	for (const passage of passages)
		painter.paint(passage, { from: 0, to: passage.text.length, spans: [] });
	const observer = new MutationObserver(() => {});
	observer.observe(document, {
		subtree: true,
		childList: true,
		characterData: true,
	});
	const broken = () =>
		painter
			.breakOff(observer.takeRecords())
			.map((passage) => passages.indexOf(passage));
	const ranges = () => [...(registry.get("telltale-passage") ?? [])];
	return { painter, passages, broken, ranges };
}

let world: {
	painter: ReturnType<typeof createPainter>;
	passages: readonly Passage[];
	broken: () => number[];
	ranges: () => AbstractRange[];
};
beforeEach(async () => {
	world = await setUp();
	expect(world.passages).toHaveLength(2);
});

const text = (selector: string): Text => query(selector).firstChild as Text;

it.each<[string, number[], () => void]>([
	["nothing", [], () => {}],
	["text elsewhere", [], () => document.body.append(words("other"))],
	["an attribute", [], () => query("p").setAttribute("class", "seen")],
	[
		"other text in the middle, equally long",
		[0],
		() => {
			text("b").data = words("dolb");
		},
	],
	[
		"other text in a whole post",
		[1],
		() => query("#two p").replaceChildren(words("own")),
	],
	[
		"other data in each node",
		[0],
		() => {
			for (const node of query("#one p").childNodes)
				(node.firstChild ?? node).nodeValue = words("new");
		},
	],
	["a node put in between", [0], () => query("b").after(words("new"))],
	["a node taken away", [0], () => query("b").remove()],
	["a post taken out", [1], () => query("#two").remove()],
	[
		"a post taken out and put back",
		[1],
		() => document.body.append(query("#two")),
	],
	["the first text split", [], () => text("#one p").splitText(9)],
	["words written on", [], () => text("#two p").appendData(" And more.")],
])("%s", (_what, expected, change) => {
	change();
	expect(world.broken()).toEqual(expected);
	// The two paragraphs of the first post and the one of the second have a range each.
	const left = (expected.includes(0) ? 0 : 2) + (expected.includes(1) ? 0 : 1);
	expect(world.ranges()).toHaveLength(left);
	expect(world.broken()).toEqual([]);
});
