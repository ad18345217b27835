import { describe, expect, it } from "vitest";
import { badgeText } from "../../src/background/badge.ts";
import { pageCounts } from "../../src/background/page-counts.ts";
import type { PageStatus } from "../../src/shared/messages.ts";
import { fakeStorage } from "../shared/fake-storage.ts";

const status = (
	marked: number,
	state: PageStatus["state"] = "done",
): PageStatus => ({
	state,
	passages: marked,
	judged: marked,
	marked,
});

describe("page counts", () => {
	it("outlive the background", async () => {
		const { area } = fakeStorage();
		await pageCounts(area).report(1, 0, status(2));
		const frames = await pageCounts(area).report(1, 7, status(3));
		expect(badgeText(frames)).toBe("5");
		expect(await pageCounts(area).of(1)).toEqual(frames);
	});

	it("lose no frame that reports at the same time", async () => {
		const counts = pageCounts(fakeStorage().area);
		await Promise.all(
			[0, 1, 2].map((frame) => counts.report(1, frame, status(1))),
		);
		expect((await counts.of(1)).size).toBe(3);
	});

	it("are forgotten with their tab, and damaged ones are left out", async () => {
		const { area, values } = fakeStorage();
		const counts = pageCounts(area);
		await counts.report(1, 0, status(2));
		await counts.forget(1);
		expect((await counts.of(1)).size).toBe(0);
		values.set("tab:2", { 0: { state: "done" }, 1: status(1) });
		expect([...(await counts.of(2)).keys()]).toEqual([1]);
	});
});

describe("badge", () => {
	it.each([
		["nothing reported", [], ""],
		["nothing marked", [status(0)], ""],
		["the marks of all frames", [status(2), status(3)], "5"],
		["nothing of a page that is off", [status(4, "off")], ""],
		["marks while still checking", [status(1, "checking")], "1"],
		["more than fit", [status(80), status(20)], "99+"],
	])("shows %s", (_what, statuses, text) => {
		expect(badgeText(new Map(statuses.entries()))).toBe(text);
	});
});
