// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import type { Card } from "../../src/content/card.ts";
import { createExplain } from "../../src/content/explain.ts";
import type { Scored } from "../../src/scoring/verdict.ts";
import { prose, scored } from "./fakes.ts";
import { openSession } from "./stage.ts";

/** One paragraph by a person, one by a machine, one by a person again. */
const [before, robot, after] = [
	prose("people", 40),
	prose("robot", 40),
	prose("birds", 40),
];
const human = prose("houses");
const whole = `${before} ${robot} ${after}`;

const partVerdict = (text: string): Scored => {
	const from = text.indexOf(robot);
	if (from === -1) return { ...scored(text, 0.6), spans: [] };
	const to = from + robot.length;
	const middle = from + 20;
	return {
		...scored(text, 0.008),
		run: { from, to, pValue: 0.002, capped: false },
		spans: [
			{ from: 0, to: from, probability: 0.95 },
			{ from, to: middle, probability: 0.99 },
			{ from: middle, to, probability: 0.95 },
			{ from: to, to: text.length, probability: 0.1 },
		],
	};
};
const open = () =>
	openSession({ judge: async (texts) => texts.map(partVerdict) });

const place = (word: string) => {
	const node = document.querySelector("#mixed")?.firstChild as Text;
	return { node, offset: node.data.indexOf(word) + 2 };
};

beforeEach(() => {
	document.body.innerHTML = `<p>${human}</p><p id="mixed">${whole}</p>`;
});

it("paints the run alone, with the strongest of its own sentences", async () => {
	const { session, done, painted, registry, life } = open();
	await done();
	expect(painted()).toEqual([robot]);
	expect([...(registry.get("telltale-strong") ?? [])].map(String)).toEqual([
		robot.slice(0, 20),
	]);
	expect(session.status()).toMatchObject({
		marked: 1,
		inPart: 1,
		unmarked: { unclear: 0, humanLike: 1, unscored: 0 },
	});
	const { passageReports } = session.report();
	const from = whole.indexOf(robot);
	expect(passageReports.map(({ marked, part }) => ({ marked, part }))).toEqual([
		{ marked: false, part: undefined },
		{ marked: true, part: { from, to: from + robot.length } },
	]);
	expect(passageReports[1]?.spans.map((span) => span.from)).toEqual([
		from,
		from + 20,
	]);
	life.abort();
});

it("paints anew where the sensitivity makes a part the whole, and back", async () => {
	const { session, done, painted, life } = open();
	await done();
	const seen = (["high", "normal", "low", "normal"] as const).map((level) => {
		session.setSensitivity(level);
		return painted();
	});
	expect(seen).toEqual([[whole], [robot], [], [robot]]);
	life.abort();
});

it("counts no words of it in the share of the page", async () => {
	const { session, done, life } = open();
	await done();
	expect(session.measures().map(({ pValue }) => pValue)).toEqual([0.6, 1]);
	life.abort();
});

it("explains the run where the pointer is on it, and where the keyboard goes", async () => {
	const { session, done, life } = open();
	await done();
	const opened = vi.fn<Card["open"]>();
	const closed = vi.fn();
	const card: Card = { open: opened, close: closed, isOpen: () => false };
	// jsdom has no layout.
	const box = { left: 0, right: 9, top: 0, bottom: 9, width: 9, height: 9 };
	const lines = vi.fn((_text: string) => [box] as unknown as DOMRectList);
	Range.prototype.getClientRects = function asked(this: Range) {
		return lines(this.toString());
	};
	const boxed = vi.fn((_text: string) => box as DOMRect);
	Range.prototype.getBoundingClientRect = function asked(this: Range) {
		return boxed(this.toString());
	};
	Element.prototype.scrollIntoView = () => {};
	let caret = place("robot");
	const explain = createExplain({
		card,
		caretAt: () => caret,
		marked: session.marked,
		areaOf: session.areaOf,
		verdictOf: session.verdictOf,
		sensitivity: session.sensitivity,
	});
	expect(explain.go("next")).toEqual({ index: 0, of: 1 });
	const [, spot] = opened.mock.calls.at(-1) ?? [];
	expect(spot?.()).toBeDefined();
	expect(lines.mock.calls).toEqual([[robot.slice(0, 1)]]);
	expect(boxed.mock.calls).toEqual([[robot]]);
	explain.at(5, 5);
	expect(opened).toHaveBeenCalledTimes(2);
	for (const word of ["people", "birds"]) {
		caret = place(word);
		explain.at(5, 5);
	}
	expect(opened).toHaveBeenCalledTimes(2);
	expect(closed).toHaveBeenCalledTimes(2);
	life.abort();
});
