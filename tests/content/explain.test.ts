// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import type { Card } from "../../src/content/card.ts";
import { createExplain } from "../../src/content/explain.ts";
import type { Passage } from "../../src/content/passages.ts";
import { createReporter } from "../../src/content/reporter.ts";
import { markedArea } from "../../src/shared/marked-area.ts";
import type { PageStatus } from "../../src/shared/messages.ts";
import { prose, verdictOn } from "./fakes.ts";
import { readDocument } from "./read.ts";

let marked: readonly Passage[] = [];
const scrolledTo = vi.fn();
const opened = vi.fn();
const closed = vi.fn();
const card: Card = {
	open: opened,
	close: closed,
	isOpen: () => false,
};

beforeEach(async () => {
	vi.clearAllMocks();
	document.body.innerHTML = ["robot", "robots"]
		.map((topic) => `<p id="${topic}">${prose(topic)}</p>`)
		.join("");
	const reading = await readDocument(window, new AbortController().signal);
	marked = reading.passages;
	// jsdom has no layout.
	Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
		scrolledTo(this.id);
	};
});

const explain = (
	caretAt = () => undefined as { node: Node; offset: number } | undefined,
) =>
	createExplain({
		card,
		caretAt,
		marked: () => marked,
		areaOf: ({ text }) => markedArea(verdictOn(text), text.length, "normal"),
		verdictOf: ({ text }) => verdictOn(text),
		sensitivity: () => "normal",
	});

it("goes from mark to mark, past the last one and round again, with the focus on the card", () => {
	const { go } = explain();
	expect(
		["next", "next", "next", "next", "previous"].map((to) => go(to as "next")),
	).toEqual([
		{ index: 0, of: 2 },
		{ index: 1, of: 2 },
		{ index: -1, of: 2 },
		{ index: 0, of: 2 },
		{ index: -1, of: 2 },
	]);
	expect(scrolledTo.mock.calls.flat()).toEqual(["robot", "robots", "robot"]);
	expect(closed).toHaveBeenCalledTimes(2);
	expect(opened.mock.calls.every(([, , options]) => options.focus)).toBe(true);
});

it("begins with the last mark when going back, and nowhere without marks", () => {
	expect(explain().go("previous")).toEqual({ index: 1, of: 2 });
	marked = [];
	expect(explain().go("next")).toEqual({ index: -1, of: 0 });
});

it("closes the card where the pointer is on no mark", () => {
	explain().at(1, 1);
	explain(() => ({ node: document.body, offset: 0 })).at(1, 1);
	expect(closed).toHaveBeenCalledTimes(2);
	expect(opened).not.toHaveBeenCalled();
});

it("reports a status when it changed, at most four times a second", async () => {
	vi.useFakeTimers();
	const status = {
		state: "checking",
		passages: 5,
		judged: 0,
		marked: 0,
	} satisfies PageStatus;
	const sent: PageStatus[] = [];
	const life = new AbortController();
	const reporter = createReporter(
		() => ({ ...status }),
		async (it) => sent.push(it),
		life.signal,
	);
	for (let time = 0; time < 1000; time += 50) {
		status.judged = Math.floor(time / 300);
		reporter.changed();
		await vi.advanceTimersByTimeAsync(50);
	}
	expect(sent.map(({ judged }) => judged)).toEqual(
		[0, 1, 2, 3].slice(0, sent.length),
	);
	expect(sent.length).toBeGreaterThan(2);
	const before = sent.length;
	reporter.again();
	await vi.advanceTimersByTimeAsync(250);
	expect(sent.length).toBe(before + 1);
	life.abort();
	status.judged = 5;
	reporter.changed();
	await vi.advanceTimersByTimeAsync(1000);
	expect(sent.at(-1)?.judged).not.toBe(5);
	vi.useRealTimers();
});
