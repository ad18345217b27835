// @vitest-environment jsdom
import { expect, it } from "vitest";
import { prose } from "./fakes.ts";
import { openSession } from "./stage.ts";

/** Park–Miller generator: the same sequence on every run. */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

const TOPICS = ["people", "robots", "birds", "robot", "rivers"];

/** A paragraph of one to three text nodes, too short alone or long enough. */
function paragraph(pick: (below: number) => number): HTMLParagraphElement {
	const text = prose(TOPICS[pick(TOPICS.length)] ?? "", 30 + pick(80));
	const made = document.createElement("p");
	const middle = document.createElement(pick(2) === 0 ? "b" : "a");
	const cut = pick(text.length);
	middle.textContent = text.slice(cut, cut + 30);
	made.append(text.slice(0, cut), middle, text.slice(cut + 30));
	if (pick(2) === 0) made.textContent = text;
	return made;
}

/** One change, as pages make them: insert, edit, split, move, clone, remove, use a node for other text, take out and in. */
function change(pick: (below: number) => number): void {
	const paragraphs = [...document.querySelectorAll("p")];
	const one = paragraphs[pick(Math.max(1, paragraphs.length))];
	const other = paragraphs[pick(Math.max(1, paragraphs.length))];
	const fresh = paragraph(pick);
	const text = one?.firstChild;
	switch (one === undefined ? 0 : pick(10)) {
		case 0:
			(one?.parentElement ?? document.body).insertBefore(fresh, one ?? null);
			break;
		case 1:
			if (text instanceof Text) text.data = fresh.textContent;
			break;
		case 2:
			if (text instanceof Text && text.length > 10)
				text.splitText(pick(text.length));
			break;
		case 3:
			if (one !== undefined) document.body.append(one);
			break;
		case 4:
			if (one !== undefined) one.replaceWith(one.cloneNode(true));
			break;
		case 5:
			one?.remove();
			break;
		case 6:
			one?.replaceChildren(...fresh.childNodes);
			break;
		case 7:
			if (one !== undefined && other !== undefined && one !== other)
				one.before(other);
			break;
		case 8:
			if (one?.parentElement === document.body) {
				const post = document.createElement("article");
				one.replaceWith(post);
				post.append(one);
			}
			break;
		case 9:
			one?.append(" And more.");
			break;
	}
}

/** Some readings of a page in jsdom, on a busy machine. */
const LIMIT_MS = 60_000;

it.each([1, 2, 3])(
	"any changes (%i) leave the marks of a fresh start, and no mark on other text meanwhile",
	async (seed) => {
		document.body.replaceChildren();
		const pick = random(seed * 7919);
		for (let count = 0; count < 6; count += 1) change(() => pick(1));
		const followed = openSession();
		for (let burst = 0; burst < 3; burst += 1) {
			for (let count = 0; count < 10; count += 1) {
				change(pick);
				// Observers have reported then; the next frame would come later.
				await Promise.resolve();
				const robots = followed.judged
					.filter((text) => text.includes("robot"))
					.join("\n");
				for (const text of followed.painted()) expect(robots).toContain(text);
			}
			await followed.done();
		}
		const fresh = openSession();
		await fresh.done();
		expect(followed.painted().sort()).toEqual(fresh.painted().sort());
		expect(followed.session.report().passageReports).toEqual(
			fresh.session.report().passageReports,
		);
		followed.life.abort();
		fresh.life.abort();
	},
	LIMIT_MS,
);
