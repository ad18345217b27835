// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createSight } from "../../src/content/sight.ts";
import { createWatch } from "../../src/content/watch.ts";

const find = (selector: string): Element => {
	const found = document.querySelector(selector);
	if (found === null) throw new Error(`no ${selector}`);
	return found;
};

describe("watch", () => {
	beforeEach(() => {
		document.body.innerHTML =
			"<main><p>text</p></main><div contenteditable>draft</div><style>p{}</style>";
	});
	const own = document.createElement("telltale-card");
	it.each([
		["added text", 1, () => find("main").append("more")],
		["changed text", 1, () => ((find("p").firstChild as Text).data = "other")],
		["removed text", 1, () => find("p").remove()],
		["typing into an editor", 0, () => find("[contenteditable]").append("x")],
		["a change of style", 0, () => find("style").append("p{color:red}")],
		["our own card", 0, () => document.documentElement.append(own)],
		["our own card going", 0, () => own.remove()],
	])("%s", async (_what, times, change) => {
		const changed = vi.fn();
		const life = new AbortController();
		const watch = createWatch(
			{
				createObserver: (callback) => new MutationObserver(callback),
				isOwn: (node) => node === own,
			},
			changed,
			life.signal,
		);
		watch.roots([document]);
		watch.roots([document]);
		change();
		await Promise.resolve();
		expect(changed).toHaveBeenCalledTimes(times);
		life.abort();
		find("main").append("after the end");
		await Promise.resolve();
		expect(changed).toHaveBeenCalledTimes(times);
	});
	it("watches shadow trees while they are there", async () => {
		const changed = vi.fn();
		const life = new AbortController();
		const watch = createWatch(
			{
				createObserver: (callback) => new MutationObserver(callback),
				isOwn: () => false,
			},
			changed,
			life.signal,
		);
		const tree = find("main").attachShadow({ mode: "open" });
		watch.roots([document, tree]);
		tree.append("text");
		await Promise.resolve();
		expect(changed).toHaveBeenCalledTimes(1);
		watch.roots([document]);
		tree.append("text");
		await Promise.resolve();
		expect(changed).toHaveBeenCalledTimes(1);
		life.abort();
	});
});

/** Two observers, what they observe, and how the test makes them report. */
function sightWorld() {
	const reports: ((element: Element, isIntersecting: boolean) => void)[] = [];
	const observed: Set<Element>[] = [];
	const revealed = vi.fn();
	const life = new AbortController();
	const sight = createSight(
		(callback) => {
			const elements = new Set<Element>();
			observed.push(elements);
			const fake = {
				observe: (element: Element) => elements.add(element),
				unobserve: (element: Element) => elements.delete(element),
				disconnect: () => elements.clear(),
			} as unknown as IntersectionObserver;
			reports.push((target, isIntersecting) =>
				callback(
					[{ target, isIntersecting } as IntersectionObserverEntry],
					fake,
				),
			);
			return fake;
		},
		{ moved: () => {}, revealed },
		life.signal,
	);
	const [inView, isNear] = reports;
	const lists = () => observed.map((elements) => [...elements]);
	return { sight, life, revealed, lists, inView, isNear };
}

describe("sight", () => {
	const one = document.createElement("p");
	const two = document.createElement("p");
	const three = document.createElement("div");

	it("ranks by what the observers report, and watches only near ones for coming into view", () => {
		const { sight, life, lists, inView, isNear } = sightWorld();
		sight.watch({ shown: [one, two, three], hidden: [] });
		expect(lists()).toEqual([[], [one, two, three]]);
		isNear?.(one, true);
		isNear?.(two, true);
		inView?.(one, true);
		expect([one, two, three].map(sight.nearness)).toEqual([0, 1, 2]);
		expect(lists()).toEqual([
			[one, two],
			[one, two, three],
		]);
		isNear?.(one, false);
		expect(sight.nearness(one)).toBe(2);
		sight.watch({ shown: [two], hidden: [] });
		expect(lists()).toEqual([[two], [two]]);
		expect(sight.nearness(two)).toBe(1);
		life.abort();
		expect(lists()).toEqual([[], []]);
	});

	it("tells when hidden text is shown", () => {
		const { sight, revealed, isNear, lists } = sightWorld();
		sight.watch({ shown: [one], hidden: [three] });
		isNear?.(one, true);
		expect(revealed).not.toHaveBeenCalled();
		isNear?.(three, true);
		expect(revealed).toHaveBeenCalledTimes(1);
		sight.watch({ shown: [one, three], hidden: [] });
		expect(lists()[0]).toEqual([one, three]);
	});

	it("lets go of an element once nothing in it is wanted", () => {
		const { sight, isNear, lists } = sightWorld();
		sight.watch({ shown: [one, one, two], hidden: [] });
		isNear?.(one, true);
		sight.release(one);
		expect(lists()).toEqual([[one], [one, two]]);
		sight.release(one);
		sight.release(one);
		expect(lists()).toEqual([[], [two]]);
		expect(sight.nearness(one)).toBe(2);
		// A late report of the observer.
		isNear?.(one, true);
		expect(sight.nearness(one)).toBe(2);
	});
});
