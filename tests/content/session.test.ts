// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { prose, verdictOn } from "./fakes.ts";
import { openSession, PATIENCE } from "./stage.ts";

const human = prose("people");
const robot = prose("robot");
const other = prose("robots");

const setPage = (...paragraphs: string[]): void => {
	const markup = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
	document.documentElement.innerHTML = `<head></head><body>${markup}</body>`;
	expect(document.documentElement.getAttributeNames()).toEqual([]);
};
const paragraph = (index: number): HTMLParagraphElement => {
	const found = document.querySelectorAll("p")[index];
	if (found === undefined) throw new Error(`no paragraph ${index}`);
	return found;
};

beforeEach(() => setPage(human, robot));

it("marks what reads machine-like and nothing else", async () => {
	const { session, done, painted, registry, life } = openSession();
	await done();
	expect(painted()).toEqual([robot]);
	expect([...(registry.get("telltale-strong") ?? [])].map(String)).toEqual([
		robot.slice(0, 20),
	]);
	const { passageReports, firstMarkMs, ...status } = session.report();
	expect(status).toEqual({
		state: "done",
		passages: 2,
		judged: 2,
		marked: 1,
		unmarked: { unclear: 0, humanLike: 1, unscored: 0 },
	});
	expect(passageReports.map(({ text, marked }) => ({ text, marked }))).toEqual([
		{ text: human, marked: false },
		{ text: robot, marked: true },
	]);
	expect(firstMarkMs).toBeGreaterThan(0);
	life.abort();
});

it("leaves the page as it was, before, during and after", async () => {
	const before = document.documentElement.outerHTML;
	const { done, painted, life } = openSession();
	await done();
	expect(painted()).toHaveLength(1);
	expect(document.documentElement.outerHTML).toBe(before);
	life.abort();
	expect(document.documentElement.outerHTML).toBe(before);
});

it("leaves no mark behind after it was stopped, and none of another's away", async () => {
	const { done, registry, ours, life } = openSession();
	const foreign = new Set() as unknown as Highlight;
	registry.set("page-own", foreign);
	await done();
	expect(ours()).not.toEqual([]);
	const held = registry.get("telltale-passage");
	life.abort();
	expect(ours()).toEqual([]);
	expect(held?.size).toBe(0);
	expect(registry.get("page-own")).toBe(foreign);
});

it("leaves the marks of a run that came after it", async () => {
	const { done, registry, life } = openSession();
	await done();
	const later = new Set() as unknown as Highlight;
	registry.set("telltale-passage", later);
	life.abort();
	expect(registry.get("telltale-passage")).toBe(later);
});

it("follows added, changed and removed text", async () => {
	const { session, done, painted, life } = openSession();
	await done();
	document.body.append(
		Object.assign(document.createElement("p"), { textContent: other }),
	);
	await vi.waitFor(() => expect(painted()).toEqual([robot, other]), PATIENCE);
	paragraph(1).firstChild?.replaceWith(human.replaceAll("people", "birds"));
	await vi.waitFor(() => expect(painted()).toEqual([other]), PATIENCE);
	paragraph(2).remove();
	await vi.waitFor(() => expect(painted()).toEqual([]), PATIENCE);
	await done();
	expect(session.status()).toMatchObject({
		state: "done",
		passages: 2,
		judged: 2,
		marked: 0,
	});
	life.abort();
});

it("judges each text once, wherever the page puts it", async () => {
	const { done, judged, painted, life } = openSession();
	await done();
	document.body.append(paragraph(0));
	const copy = paragraph(0).cloneNode(true);
	paragraph(0).remove();
	document.body.append(copy);
	await new Promise((resolve) => setTimeout(resolve, 400));
	await done();
	expect(painted()).toEqual([robot]);
	expect([...judged].sort()).toEqual([human, robot].sort());
	life.abort();
});

it("never marks text that took the place of judged text", async () => {
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	setPage(robot);
	const { done, painted, life } = openSession({
		judge: async (texts) => {
			await held;
			return texts.map(verdictOn);
		},
	});
	await new Promise((resolve) => setTimeout(resolve, 150));
	(paragraph(0).firstChild as Text).data = human;
	release();
	await new Promise((resolve) => setTimeout(resolve, 0));
	expect(painted()).toEqual([]);
	await done();
	expect(painted()).toEqual([]);
	life.abort();
});

it("paints by the sensitivity of the moment", async () => {
	const { session, done, painted, life } = openSession();
	await done();
	session.setSensitivity("low");
	expect(painted()).toEqual([robot]);
	const strict = openSession({
		judge: async (texts) =>
			texts.map((text) => ({ ...verdictOn(text), pValue: 0.004 })),
	});
	await strict.done();
	expect(strict.painted()).toHaveLength(2);
	strict.session.setSensitivity("low");
	expect(strict.painted()).toEqual([]);
	strict.session.setSensitivity("high");
	expect(strict.painted()).toHaveLength(2);
	life.abort();
	strict.life.abort();
});

it("says what failed, and goes on when asked", async () => {
	let broken = true;
	const { session, done, painted, life } = openSession({
		judge: async (texts) => {
			if (broken)
				throw Object.assign(new Error("no model"), {
					failure: "model-missing",
				});
			return texts.map(verdictOn);
		},
	});
	await vi.waitFor(() =>
		expect(session.status()).toMatchObject({
			state: "failed",
			failure: "model-missing",
			passages: 2,
			judged: 0,
			marked: 0,
		}),
	);
	broken = false;
	session.resume();
	await done();
	expect(painted()).toEqual([robot]);
	life.abort();
});

it("is not done while a change is pending", async () => {
	const { session, done, life } = openSession();
	await done();
	document.body.append(
		Object.assign(document.createElement("p"), { textContent: other }),
	);
	await Promise.resolve();
	expect(session.status().state).toBe("checking");
	await done();
	expect(session.status().passages).toBe(3);
	life.abort();
});
