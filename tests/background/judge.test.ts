import { describe, expect, it, vi } from "vitest";
import { judgeWith } from "../../src/background/judge.ts";
import { sessionVerdicts } from "../../src/background/session-verdicts.ts";
import { fakeStorage } from "../shared/fake-storage.ts";
import { tooShort } from "../shared/verdicts.ts";

const engine = () => ({
	judge: vi.fn(async (texts: readonly string[]) =>
		texts.map((text) => tooShort(text.length)),
	),
});

describe("judging in the background", () => {
	it("asks the engine only for what this session has not judged, also after its own death", async () => {
		const { area } = fakeStorage();
		const first = engine();
		await judgeWith(first, sessionVerdicts(area))(["a", "bb"]);
		await vi.waitFor(async () =>
			expect(await area.get("verdicts")).not.toEqual({}),
		);
		const second = engine();
		const verdicts = await judgeWith(
			second,
			sessionVerdicts(area),
		)(["ccc", "a", "ccc", "bb"]);
		expect(verdicts).toEqual([3, 1, 3, 2].map(tooShort));
		expect(second.judge).toHaveBeenCalledExactlyOnceWith(["ccc"]);
	});

	it("works without storage", async () => {
		vi.spyOn(console, "error").mockReturnValue();
		const { area, disk } = fakeStorage();
		disk.broken = true;
		expect(await judgeWith(engine(), sessionVerdicts(area))(["a"])).toEqual([
			tooShort(1),
		]);
	});

	it("passes a failure of the engine on", async () => {
		const failing = { judge: () => Promise.reject(new Error("no")) };
		await expect(
			judgeWith(failing, sessionVerdicts(fakeStorage().area))(["a"]),
		).rejects.toThrow("no");
	});
});

describe("session verdicts", () => {
	it("keep the newest and no page text", async () => {
		const { area, values } = fakeStorage();
		const verdicts = sessionVerdicts(area, 2);
		await Promise.all(
			["a", "b", "c"].map((key, words) =>
				verdicts.add(new Map([[key, tooShort(words)]])),
			),
		);
		expect([...(await verdicts.get(["a", "b", "c"])).keys()]).toEqual([
			"b",
			"c",
		]);
		expect([...values.keys()].sort()).toEqual([
			"verdict:b",
			"verdict:c",
			"verdicts",
		]);
	});

	it("leave out what is damaged", async () => {
		const { area, values } = fakeStorage();
		values.set("verdict:a", { kind: "guilty" });
		values.set("verdicts", 5);
		const verdicts = sessionVerdicts(area);
		expect((await verdicts.get(["a"])).size).toBe(0);
		await verdicts.add(new Map([["a", tooShort(1)]]));
		expect((await verdicts.get(["a"])).size).toBe(1);
	});
});
