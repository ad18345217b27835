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

/** One change, as pages make them: insert, edit, split, move, clone, remove. */
function change(pick: (below: number) => number): void {
	const paragraphs = [...document.querySelectorAll("p")];
	const one = paragraphs[pick(Math.max(1, paragraphs.length))];
	const fresh = document.createElement("p");
	fresh.textContent = prose(TOPICS[pick(TOPICS.length)] ?? "", 90 + pick(20));
	const text = one?.firstChild;
	switch (one === undefined ? 0 : pick(6)) {
		case 0:
			document.body.insertBefore(fresh, one ?? null);
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
	}
}

/** Six readings of a page in jsdom, on a busy machine. */
const LIMIT_MS = 30_000;

it.each([1, 2, 3, 4])(
	"any changes (%i) leave the marks of a fresh start",
	async (seed) => {
		document.body.replaceChildren();
		const pick = random(seed * 7919);
		for (let count = 0; count < 6; count += 1) change(() => pick(1));
		const followed = openSession();
		for (let burst = 0; burst < 3; burst += 1) {
			for (let count = 0; count < 8; count += 1) change(pick);
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
