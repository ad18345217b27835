import { expect, test } from "vitest";
import { oneParagraph } from "../../src/scoring/one-paragraph.ts";

const scoresAt = (from: number[], to: number[]) => ({
	from: Uint32Array.from(from),
	to: Uint32Array.from(to),
	logProb: new Float32Array(from.length),
	entropy: new Float32Array(from.length),
	variance: new Float32Array(from.length),
	rank: new Float32Array(from.length),
	topLogProb: new Float32Array(from.length),
	evidence: new Float32Array(from.length),
});

test("a text without breaks and its scores stay as they are", () => {
	const { text, restore } = oneParagraph("One two.");
	expect(text).toBe("One two.");
	const scores = scoresAt([0, 3], [3, 8]);
	expect(restore(scores)).toBe(scores);
});

test("every character keeps its place in the text as given", () => {
	const given = "One.\n\nTwo.\n\nThree.";
	const { text, restore } = oneParagraph(given);
	expect(text).toBe("One. Two. Three.");
	const starts = [...text].map((_, index) => index);
	const { from } = restore(
		scoresAt(
			starts,
			starts.map((start) => start + 1),
		),
	);
	for (const [index, character] of [...text].entries()) {
		const at = given[from[index] ?? -1];
		expect(character === " " ? "\n" : character).toBe(at);
	}
});
