import { expect, it } from "vitest";
import type { Passage } from "../../src/content/passages.ts";
import { turnOf } from "../../src/content/turn.ts";
import { passage, prose, scored } from "./fakes.ts";

/** Two paragraphs of one text. */
const part = (unit: Element, topic: string): Passage => {
	const text = `${prose(topic, 60)}\n\n${prose(topic, 60)}`;
	return { ...passage(text, 120), unit };
};
const parts = (unit: Element, topic: string, count: number): Passage[] =>
	Array.from({ length: count }, () => part(unit, topic));
const verdictOf = ({ text }: Passage) =>
	scored(text, text.includes("robot") ? 0.001 : 0.9);
const article = {} as Element;
const turning = [...parts(article, "people", 4), ...parts(article, "robot", 5)];

it("counts paragraphs", () => {
	expect(turnOf(turning, verdictOf)).toEqual({
		after: 8,
		of: 18,
		to: "machine-like",
	});
});

it("says nothing before all of the text is judged", () => {
	const last = turning.at(-1);
	const early = (it: Passage) => (it === last ? undefined : verdictOf(it));
	expect(turnOf(turning, early)).toBeUndefined();
});

it("keeps to one text: posts are no document", () => {
	const posts = [
		...turning.slice(0, 4),
		...turning.slice(4).map((it) => ({ ...it, unit: {} as Element })),
	];
	expect(turnOf(posts, verdictOf)).toBeUndefined();
	expect(turnOf([], () => scored("", 1))).toBeUndefined();
});
