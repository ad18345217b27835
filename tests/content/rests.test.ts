// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { createBook } from "../../src/content/book.ts";
import { createPainter } from "../../src/content/highlights.ts";
import { createLosses } from "../../src/content/losses.ts";
import { createMarks } from "../../src/content/marks.ts";
import { reconcile } from "../../src/content/reconcile.ts";
import { FakeHighlight, passage, prose, verdictOn } from "./fakes.ts";
import { readDocument } from "./read.ts";
import { openSession, PATIENCE } from "./stage.ts";

const human = prose("people");
const robot = prose("robot");
const setPage = (...texts: string[]): void =>
	document.body.replaceChildren(
		...texts.map((text) => {
			const paragraph = document.createElement("p");
			paragraph.textContent = text;
			return paragraph;
		}),
	);
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

it("does nothing while nobody looks, and goes on afterwards", async () => {
	setPage(human, robot);
	let away = true;
	const read = vi.fn((signal: AbortSignal) => readDocument(window, signal));
	const { session, judged, painted, done, life } = openSession({
		read,
		resting: () => away,
	});
	await settle();
	expect(read).not.toHaveBeenCalled();
	expect(session.status().state).toBe("checking");
	away = false;
	session.resume();
	await done();
	expect(painted()).toEqual([robot]);
	away = true;
	setPage(prose("robots"), human);
	await settle();
	expect(read).toHaveBeenCalledTimes(1);
	expect(judged).toHaveLength(2);
	// What was marked is gone all the same.
	expect(painted()).toEqual([]);
	away = false;
	session.resume();
	await vi.waitFor(() => expect(painted()).toHaveLength(1), PATIENCE);
	life.abort();
});

it("forgets at another address what is not shown there", async () => {
	setPage(human, robot);
	const { session, judged, painted, done, life } = openSession();
	await done();
	session.restart();
	setPage(human, prose("robots"));
	await vi.waitFor(
		() => expect(painted()).toEqual([prose("robots")]),
		PATIENCE,
	);
	expect(judged.filter((text) => text === human)).toHaveLength(1);
	setPage(robot);
	await vi.waitFor(() => expect(painted()).toEqual([robot]), PATIENCE);
	expect(judged.filter((text) => text === robot)).toHaveLength(2);
	life.abort();
});

it("keeps the verdict of what was taken out and put back", async () => {
	setPage(human, robot);
	const { judged, painted, done, life } = openSession();
	await done();
	const taken = document.querySelectorAll("p")[1] as Element;
	taken.remove();
	await done();
	expect(painted()).toEqual([]);
	document.body.append(taken);
	await vi.waitFor(() => expect(painted()).toEqual([robot]), PATIENCE);
	expect(judged).toHaveLength(2);
	life.abort();
});

it("gives a mark up that the page takes away ten times, and no other", async () => {
	setPage(robot, prose("robots"));
	const life = new AbortController();
	const book = createBook();
	const painter = createPainter(
		{
			registry: new Map() as unknown as HighlightRegistry,
			createHighlight: () => new FakeHighlight() as unknown as Highlight,
			shadeBehind: () => "light",
		},
		life.signal,
	);
	const now = () => 0;
	const losses = createLosses(now);
	const marks = createMarks({ book, painter, losses, now }, "normal");
	for (const text of [robot, prose("robots")])
		book.enter(text, verdictOn(text));
	const rounds: number[] = [];
	for (let round = 0; round < 12; round += 1) {
		const { passages } = await readDocument(window, life.signal);
		const changes = reconcile(book.passages(), passages);
		book.replace(changes.passages);
		marks.drop(changes.gone);
		marks.update();
		rounds.push(painter.painted().length);
		const first = document.querySelector("p") as Element;
		first.replaceWith(first.cloneNode(true));
	}
	expect(rounds).toEqual([...Array(10).fill(2), 1, 1]);
	expect(marks.marked()).toHaveLength(2);
	life.abort();
});

it("keeps verdicts of a thousand texts that left, the newest", () => {
	const book = createBook();
	const shown = passage("shown", 100);
	book.replace([shown]);
	book.enter("shown", verdictOn("shown"));
	for (let count = 0; count < 1100; count += 1)
		book.enter(`${count}`, verdictOn(""));
	book.replace([shown]);
	const known = (text: string) =>
		book.verdictOf(passage(text, 1)) !== undefined;
	expect([known("shown"), known("0"), known("99")]).toEqual([
		true,
		false,
		false,
	]);
	expect([known("100"), known("1099")]).toEqual([true, true]);
});
