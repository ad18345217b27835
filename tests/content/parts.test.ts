// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { watchAddress } from "../../src/content/address.ts";
import { takeOver } from "../../src/content/lifetime.ts";
import { createLosses } from "../../src/content/losses.ts";
import { createScanner } from "../../src/content/scanner.ts";
import { shadeBehind, shadeOf } from "../../src/content/shade.ts";
import { countWords } from "../../src/scoring/words.ts";

describe("words", () => {
	it.each([
		["", 0],
		["one", 1],
		["It's a well-known fact, isn’t it?", 6],
		["1,000 words", 3],
		["公园作为城市中重要的", 6],
		["使用 TypeScript 编写", 3],
	])("%s", (text, words) => expect(countWords(text)).toBe(words));
});

describe("shade", () => {
	it.each([
		["rgb(255, 255, 255)", "light"],
		["rgb(18, 18, 20)", "dark"],
		["rgba(0, 0, 0, 0.9)", "dark"],
		["rgba(0, 0, 0, 0)", undefined],
		["rgb(0 0 0 / 80%)", "dark"],
		["color(display-p3 1 1 1)", undefined],
	])("%s", (color, shade) => expect(shadeOf(color)).toBe(shade));
	it("is that of the nearest opaque background", () => {
		document.body.innerHTML =
			'<div style="background: rgb(10,10,10)"><p>text</p></div>';
		const text = document.querySelector("p") ?? document.body;
		const environment = {
			computedStyle: (it: Element) => getComputedStyle(it),
			prefersDark: () => false,
		};
		expect(shadeBehind(text, environment)).toBe("dark");
		expect(shadeBehind(document.body, environment)).toBe("light");
	});
});

describe("address", () => {
	it.each([
		["https://a.test/#two", 0],
		["https://a.test/other", 1],
		["https://a.test/?q=1", 1],
	])("%s", (next, times) => {
		let url = "https://a.test/#one";
		const navigation = new EventTarget();
		const changed = vi.fn();
		const life = new AbortController();
		const address = watchAddress(
			{ url: () => url, navigation },
			changed,
			life.signal,
		);
		url = next;
		navigation.dispatchEvent(new Event("navigatesuccess"));
		address.check();
		expect(changed).toHaveBeenCalledTimes(times);
		life.abort();
		url = "https://a.test/third";
		navigation.dispatchEvent(new Event("navigatesuccess"));
		expect(changed).toHaveBeenCalledTimes(times);
	});
});

describe("losses", () => {
	it("gives a mark up after ten losses in ten seconds, and no sooner", () => {
		let time = 0;
		const losses = createLosses(() => time);
		for (let count = 0; count < 30; count += 1) {
			time += 2000;
			losses.add("slow");
		}
		for (let count = 0; count < 9; count += 1) losses.add("fast");
		expect([losses.givenUp("slow"), losses.givenUp("fast")]).toEqual([
			false,
			false,
		]);
		losses.add("fast");
		expect(losses.givenUp("fast")).toBe(true);
		losses.forget();
		expect(losses.givenUp("fast")).toBe(false);
	});
});

describe("lifetime", () => {
	it("ends the run before it", () => {
		const scope = {};
		const first = takeOver(scope);
		const second = takeOver(scope);
		expect([first.signal.aborted, second.signal.aborted]).toEqual([
			true,
			false,
		]);
	});
});

describe("scanner", () => {
	it("never runs twice at once, and again after a change in between", async () => {
		vi.useFakeTimers();
		let release = () => {};
		let runs = 0;
		const scan = () => {
			runs += 1;
			return new Promise<void>((resolve) => {
				release = resolve;
			});
		};
		const life = new AbortController();
		const scanner = createScanner(
			scan,
			{ now: () => Date.now(), resting: () => false },
			life.signal,
		);
		scanner.now();
		await vi.advanceTimersByTimeAsync(1);
		scanner.request();
		scanner.now();
		await vi.advanceTimersByTimeAsync(5000);
		expect(runs).toBe(1);
		release();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(runs).toBe(2);
		release();
		await vi.advanceTimersByTimeAsync(1);
		expect(scanner.pending()).toBe(false);
		vi.useRealTimers();
	});
	it("reads a page that never rests", async () => {
		vi.useFakeTimers();
		let runs = 0;
		const life = new AbortController();
		const scanner = createScanner(
			async () => {
				runs += 1;
			},
			{ now: () => Date.now(), resting: () => false },
			life.signal,
		);
		for (let time = 0; time < 10_000; time += 100) {
			scanner.request();
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(runs).toBeGreaterThanOrEqual(10);
		expect(runs).toBeLessThanOrEqual(18);
		const before = runs;
		life.abort();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(runs).toBe(before);
		vi.useRealTimers();
	});
});
