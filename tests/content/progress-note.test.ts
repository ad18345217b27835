// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import messages from "../../_locales/en/messages.json" with { type: "json" };
import { isOwnElement } from "../../src/content/own-host.ts";
import {
	type Advance,
	createProgressNote,
} from "../../src/content/progress-note.ts";
import { type MessageKey, provideMessages } from "../../src/shared/ui/i18n.ts";

const LONG: Advance = {
	state: "checking",
	words: 20_000,
	left: 20_000,
	marked: 0,
};

/** The closed tree is closed to tests too: what is put into it is seen as it goes in. */
function stage() {
	const life = new AbortController();
	const trees: ShadowRoot[] = [];
	const attach = Element.prototype.attachShadow;
	vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (
		this: Element,
		init,
	) {
		expect(init.mode).toBe("closed");
		const tree = attach.call(this, init);
		trees.push(tree);
		return tree;
	});
	const note = createProgressNote(
		{ document, style: () => {}, now: () => Date.now() },
		life.signal,
	);
	const inTree = <E extends Element>(selector: string): E | undefined =>
		trees.at(-1)?.querySelector<E>(selector) ?? undefined;
	const said = (): string => inTree("[role=status]")?.textContent ?? "";
	const share = (): number | undefined =>
		inTree<HTMLProgressElement>("progress")?.value;
	/** A long page, for long enough. */
	const begin = (): void => {
		note.update(LONG);
		vi.advanceTimersByTime(2_000);
		note.update(LONG);
	};
	return { note, life, trees, inTree, said, share, begin };
}
const host = (): Element | null => document.querySelector("telltale-progress");

let before = "";
beforeEach(() => {
	vi.useFakeTimers();
	provideMessages({
		getMessage: (key, [first = ""] = []) =>
			messages[key as MessageKey].message.replace(/\$\w+\$/, first),
	});
	document.body.innerHTML = "<p>text</p>";
	before = document.documentElement.outerHTML;
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	expect(document.documentElement.outerHTML).toBe(before);
});

it("stays away from pages that are judged soon", () => {
	const { note, life } = stage();
	for (const [left, ms] of [
		[2_000, 5_000],
		[20_000, 1_900],
		[2_900, 5_000],
		[20_000, 0],
	] as const) {
		note.update({ ...LONG, left });
		vi.advanceTimersByTime(ms);
	}
	note.update({ ...LONG, state: "done", left: 0 });
	vi.advanceTimersByTime(5_000);
	note.update(LONG);
	expect(host()).toBeNull();
	life.abort();
});

it("shows how far a long page is, in one element of ours, until all is done", async () => {
	const { note, life, said, share, trees, begin } = stage();
	begin();
	expect(host()).not.toBeNull();
	expect([...document.querySelectorAll("*")].filter(isOwnElement)).toHaveLength(
		1,
	);
	expect(said()).toBe("");
	await vi.advanceTimersByTimeAsync(100);
	expect(said()).toBe("Checking this long page…");
	note.update({ ...LONG, left: 5_000 });
	expect(share()).toBeCloseTo(0.75);
	note.update({ ...LONG, state: "done", left: 0, marked: 3 });
	expect(said()).toContain("3 passages marked");
	await vi.advanceTimersByTimeAsync(4_000);
	expect(host()).not.toBeNull();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(host()).toBeNull();
	expect(trees).toHaveLength(1);
	life.abort();
});

it("does not speak again when the page is only read again, but does when it grows", async () => {
	const { note, life, said, begin } = stage();
	begin();
	await vi.advanceTimersByTimeAsync(100);
	const done: Advance = { ...LONG, state: "done", left: 0 };
	note.update(done);
	note.update({ ...LONG, left: 0 });
	expect(said()).toContain("checked");
	note.update({ ...LONG, left: 500 });
	expect(said()).toContain("Checking");
	await vi.advanceTimersByTimeAsync(10_000);
	expect(host()).not.toBeNull();
	life.abort();
});

it.each([
	["is stopped", (_note: unknown, life: AbortController) => life.abort()],
	[
		"fails",
		({ update }: { update: (it: Advance) => void }) =>
			update({ ...LONG, state: "failed" }),
	],
])("goes at once when checking %s", (_what, end) => {
	const { note, life, begin } = stage();
	begin();
	expect(host()).not.toBeNull();
	end(note, life);
	expect(host()).toBeNull();
	life.abort();
});

it("stays closed once it was closed, until the page goes elsewhere", () => {
	const { note, life, inTree, begin } = stage();
	begin();
	inTree<HTMLButtonElement>("button")?.click();
	expect(host()).toBeNull();
	begin();
	expect(host()).toBeNull();
	note.forget();
	begin();
	expect(host()).not.toBeNull();
	life.abort();
	note.update(LONG);
});
