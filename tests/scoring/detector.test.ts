import { describe, expect, it } from "vitest";
import { createDetector } from "../../src/scoring/detector.ts";
import { parseHeads } from "../../src/scoring/heads.ts";
import type { Verdict } from "../../src/scoring/verdict.ts";
import { WELL_KNOWN_TEXTS } from "../../src/scoring/well-known/texts.ts";
import { createFakeModel } from "../fake-model.ts";
import { headsDescription, lexicalWeights } from "./heads-sample.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

const heads = parseHeads(headsDescription(), lexicalWeights());
const signal = new AbortController().signal;

const HUMAN =
	"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people in the village had stopped asking about it. My uncle still walked down to look at it every morning. ".repeat(
		3,
	);
const MACHINE = HUMAN.replace(
	/bridge|council|people|village|uncle|morning|look/g,
	"machine",
);
const GERMAN =
	"Die alte Br\u00fccke war ein Jahr lang gesperrt, bis der Gemeinderat endlich beschloss, dass sie repariert werden soll, und die meisten Leute im Dorf hatten schon nicht mehr danach gefragt, weil es ihnen egal war und sie einen anderen Weg gefunden hatten.";
const MENU = "Home\nAbout us\nProducts\n".repeat(20);
const KNOWN = WELL_KNOWN_TEXTS[0] ?? "";

/** Every number in a verdict, however deep. */
function numbersIn(value: unknown): number[] {
	if (typeof value === "number") return [value];
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap(numbersIn);
}

function expectSound(raw: string, verdict: Verdict | undefined): void {
	const name = JSON.stringify(raw.slice(0, 80));
	for (const number of numbersIn(verdict)) {
		expect(number, name).toSatisfy(Number.isFinite);
	}
	if (verdict?.kind !== "scored") return;
	let end = 0;
	for (const { from, to } of verdict.spans) {
		expect(from, name).toBeGreaterThanOrEqual(end);
		expect(to, name).toBeGreaterThan(from);
		end = to;
	}
	expect(end, name).toBeLessThanOrEqual(raw.length);
}

describe("createDetector", () => {
	it("answers in order, with one model call for what passes the gates", async () => {
		const model = createFakeModel();
		const verdicts = await createDetector(model, heads).judge(
			["Too short.", HUMAN, GERMAN, MENU, MACHINE, KNOWN],
			signal,
		);
		expect(verdicts.map(({ kind }) => kind)).toEqual([
			"too-short",
			"scored",
			"unsupported-language",
			"not-prose",
			"scored",
			"well-known-text",
		]);
		expect(model.calls.map((texts) => texts.length)).toEqual([2]);
		expect(verdicts[0]).toMatchObject({ words: 2 });
		expect(verdicts[2]).toMatchObject({ language: "de" });
		expect(verdicts[3]).toMatchObject({ form: "menu" });
	});

	it("tells evidence for from evidence against, with spans only where there is doubt", async () => {
		const model = createFakeModel({
			evidenceOf: (token) => (token === "machine" ? 5 : -0.2),
		});
		const [human, machine] = await createDetector(model, heads).judge(
			[HUMAN, MACHINE],
			signal,
		);
		if (human?.kind !== "scored" || machine?.kind !== "scored") {
			throw new Error("both are prose");
		}
		expect(human.band).toBe("human-like");
		expect(human.spans).toEqual([]);
		expect(machine.pValue).toBeLessThan(human.pValue);
		expect(machine.probability).toBeGreaterThan(human.probability);
		expect(machine.band).not.toBe("human-like");
		expect(machine.spans.length).toBeGreaterThan(1);
		const sum = machine.reasons.reduce(
			(total, { weight }) => total + weight,
			0,
		);
		expect(sum).toBeCloseTo(machine.statistics?.score ?? Number.NaN, 9);
		expectSound(MACHINE, machine);
	});

	it("keeps hidden characters apart from the probability", async () => {
		const detector = createDetector(createFakeModel(), heads);
		const hiding = HUMAN.replaceAll("the", "t\u200bhe").replaceAll(
			"a",
			"\u0430",
		);
		const [plain, hidden] = await detector.judge([HUMAN, hiding], signal);
		if (plain?.kind !== "scored" || hidden?.kind !== "scored") {
			throw new Error("both are prose");
		}
		expect(hidden.probability).toBe(plain.probability);
		expect(plain.hidden).toEqual({
			zeroWidth: 0,
			direction: 0,
			lookAlike: 0,
			other: 0,
		});
		expect(hidden.hidden.zeroWidth).toBeGreaterThan(5);
		expect(hidden.hidden.lookAlike).toBeGreaterThan(20);
	});

	it("asks the model nothing when nothing passes, and stops when aborted", async () => {
		const model = createFakeModel();
		const detector = createDetector(model, heads);
		expect(await detector.judge([], signal)).toEqual([]);
		await detector.judge(["", "Short."], signal);
		expect(model.calls).toEqual([]);
		const stopped = AbortSignal.abort();
		await expect(detector.judge([HUMAN], stopped)).rejects.toMatchObject({
			name: "AbortError",
		});
	});

	it("has a finite verdict with sound spans for every string", async () => {
		const model = createFakeModel({ evidenceOf: (token) => token.length - 3 });
		const detector = createDetector(model, {
			...heads,
			minTokens: 0,
			languages: [...heads.languages, "und", "he", "ru"],
		});
		const random = randomFrom(7);
		const texts = Array.from({ length: 600 }, () => hostileText(random, 60));
		const verdicts = await detector.judge(texts, signal);
		expect(verdicts.length).toBe(texts.length);
		texts.forEach((text, index) => {
			expectSound(text, verdicts[index]);
		});
	});

	it("takes long hostile texts", async () => {
		const detector = createDetector(createFakeModel(), heads);
		for (const text of hostileTexts(300_000)) {
			const [verdict] = await detector.judge([text], signal);
			expectSound(text, verdict);
		}
	}, 60_000);
});
