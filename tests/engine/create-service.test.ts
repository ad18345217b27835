import { describe, expect, it, vi } from "vitest";
import { createService } from "../../src/engine/create-service.ts";
import type { Detector } from "../../src/engine/detector.ts";
import { ModelError } from "../../src/engine/model-error.ts";
import type { FromWorker } from "../../src/shared/engine-host/protocol.ts";
import { tooShort } from "../shared/verdicts.ts";

const detector = (judge?: Detector["judge"]): Detector => ({
	judge: judge ?? (async (texts) => texts.map((text) => tooShort(text.length))),
	tokensScored: () => 42,
	dispose: async () => undefined,
});

function openService(load: () => Promise<Detector>) {
	const posted: FromWorker[] = [];
	let time = 0;
	const loads = vi.fn(load);
	const receive = createService({
		load: async (onProgress) => {
			for (const share of [0, 0.5, 2]) {
				onProgress(share);
				time += 100;
			}
			return loads();
		},
		post: (message) => posted.push(message),
		now: () => time,
	});
	const answers = () => posted.filter(({ kind }) => kind !== "progress");
	return { receive, posted, loads, answers };
}

describe("engine worker", () => {
	it("loads once for several requests and answers them in order", async () => {
		const { receive, answers, loads } = openService(async () => detector());
		receive({ kind: "judge", id: 1, texts: ["a"] });
		receive({ kind: "load", id: 2 });
		receive({ kind: "judge", id: 3, texts: ["bb", "c"] });
		await vi.waitFor(() => expect(answers()).toHaveLength(3));
		expect(loads).toHaveBeenCalledOnce();
		expect(answers()).toMatchObject([
			{ kind: "judged", id: 1, verdicts: [tooShort(1)], tokensScored: 42 },
			{ kind: "loaded", id: 2, loadMs: 300 },
			{ kind: "judged", id: 3, verdicts: [tooShort(2), tooShort(1)] },
		]);
	});

	it("reports its progress as shares", async () => {
		const { receive, posted, answers } = openService(async () => detector());
		receive({ kind: "load", id: 1 });
		await vi.waitFor(() => expect(answers()).toHaveLength(1));
		const shares = posted.flatMap((message) =>
			message.kind === "progress" ? message.share : [],
		);
		expect(shares).toEqual([0, 0.5, 1]);
	});

	it("answers a failed load with its reason and loads again on the next request", async () => {
		vi.spyOn(console, "error").mockReturnValue();
		let fails = true;
		const { receive, answers } = openService(async () => {
			if (fails) throw new ModelError("model-damaged", "the hash differs");
			return detector();
		});
		receive({ kind: "load", id: 1 });
		await vi.waitFor(() => expect(answers()).toHaveLength(1));
		fails = false;
		receive({ kind: "load", id: 2 });
		await vi.waitFor(() => expect(answers()).toHaveLength(2));
		expect(answers()).toMatchObject([
			{ kind: "failed", id: 1, failure: "model-damaged" },
			{ kind: "loaded", id: 2 },
		]);
	});

	it("keeps working after a text that fails", async () => {
		vi.spyOn(console, "error").mockReturnValue();
		const { receive, answers } = openService(async () =>
			detector(async (texts) => {
				if (texts.includes("bad")) throw new Error("no");
				return [tooShort(1)];
			}),
		);
		receive({ kind: "judge", id: 1, texts: ["bad"] });
		receive({ kind: "judge", id: 2, texts: ["good"] });
		await vi.waitFor(() => expect(answers()).toHaveLength(2));
		expect(answers().map(({ kind }) => kind)).toEqual(["failed", "judged"]);
	});

	it.each([
		undefined,
		{ kind: "judge", id: 1, texts: "a" },
		{ kind: "judge", id: -1, texts: [] },
		{ kind: "dance", id: 1 },
	])("refuses %o", (message) => {
		const { receive } = openService(async () => detector());
		expect(() => receive(message)).toThrow(TypeError);
	});
});
