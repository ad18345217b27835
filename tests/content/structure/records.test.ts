// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { createRecords } from "../../../src/content/structure/records.ts";

/** More than are looked at from both ends together. */
const MANY = 1_500;

const list = (part: (index: number) => string): HTMLElement => {
	const parent = document.createElement("div");
	for (let index = 0; index < MANY; index += 1)
		parent.insertAdjacentHTML("beforeend", part(index));
	document.body.append(parent);
	return parent;
};
const author = (index: number): string =>
	`<a class="username" href="/u/${index}">u${index}</a>`;
const childOf = (parent: Element, index: number): Element => {
	const found = parent.children[index];
	if (found === undefined) throw new Error(`no child ${index}`);
	return found;
};

beforeEach(() => document.body.replaceChildren());

it("knows the posts in the middle of a giant list by those at its ends", () => {
	const parent = list((it) => `<div class="post">${author(it)}text</div>`);
	const recordOf = createRecords();
	for (const index of [0, 700, MANY - 1]) {
		const post = childOf(parent, index);
		expect(recordOf(post)).toBe(post);
	}
});

it("takes no paragraphs of a giant text for posts", () => {
	const parent = list((it) => `<p class="x">text ${it}</p>`);
	const recordOf = createRecords();
	expect(recordOf(childOf(parent, 700))).toBeUndefined();
});

it("finds comments below a giant text in one parent", () => {
	const parent = list((it) =>
		it < MANY - 20 ? "<p>text</p>" : `<div class="c">${author(it)}text</div>`,
	);
	const recordOf = createRecords();
	expect(recordOf(childOf(parent, 700))).toBeUndefined();
	const comment = childOf(parent, MANY - 3);
	expect(recordOf(comment)).toBe(comment);
});

it("finds the line with the author above a text, wherever one begins to look", () => {
	const parent = list((it) =>
		it % 3 === 0 ? `<div class="head">${author(it)}</div>` : "<p>text</p>",
	);
	const recordOf = createRecords();
	for (const index of [1_001, 4, 1_002, 700, 3]) {
		const header = childOf(parent, index - (index % 3));
		expect(recordOf(childOf(parent, index))).toBe(header);
	}
});

it("leaves what stands above the first author alone", () => {
	const parent = document.createElement("div");
	parent.innerHTML = `<p>intro</p>${[1, 2, 3].map((it) => `<h4>${author(it)}</h4><p>text</p>`).join("")}`;
	document.body.append(parent);
	const recordOf = createRecords();
	expect(recordOf(childOf(parent, 0))).toBeUndefined();
	expect(recordOf(childOf(parent, 2))).toBe(childOf(parent, 1));
});

it("takes repeated elements of a post's name for posts, though nothing in them names an author", () => {
	const parent = list((it) => `<div class="comment">text ${it}</div>`);
	const comment = childOf(parent, 700);
	expect(createRecords()(comment)).toBe(comment);
	const plain = list((it) => `<div class="text">text ${it}</div>`);
	expect(createRecords()(childOf(plain, 700))).toBeUndefined();
});
