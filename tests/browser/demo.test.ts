import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFrom, withExtensionPage } from "../../scripts/browser/ask.ts";
import { warmUp } from "../../scripts/browser/engine.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import type { PageReport } from "../../src/shared/messages.ts";
import { markedIds } from "./demo-marks.ts";
import {
	demoPassages,
	judgedReport,
	openStage,
	openTab,
	type Stage,
	type Tab,
} from "./harness.ts";

/** Of the eight machine-written passages; the human ones allow no mark at all. */
const LEAST_MARKED = 6;
/** From navigation to the first mark with a loaded model, milliseconds, with room for a busy test machine. */
const FIRST_MARK_MS = 5_000;

let stage: Stage;
let tab: Tab;
let report: PageReport;

beforeAll(async () => {
	stage = await openStage("demo");
	await checkAutomatically(stage.browser, "127.0.0.1");
	await warmUp(stage.browser);
	tab = await openTab(stage.browser, `${stage.demo.origin}/`);
	report = await judgedReport(stage.browser, tab);
});

afterAll(() => stage.close());

describe("the demo page, opened with automatic checking", () => {
	test("has every passage judged", () => {
		expect(report.state).toBe("done");
		expect(report.judged).toBe(report.passages);
		expect(report.passages).toBeGreaterThanOrEqual(16);
	});

	test("has its machine-written passages marked and its human ones left alone", async () => {
		const marked = new Set(await markedIds(tab.page, report));
		const passages = await demoPassages();
		const of = (origin: "human" | "machine") =>
			passages.filter((it) => it.origin === origin && marked.has(it.id));
		expect(of("human")).toEqual([]);
		expect(of("machine").length).toBeGreaterThanOrEqual(LEAST_MARKED);
	});

	test("shows the first mark soon", () => {
		expect(report.firstMarkMs).toBeLessThan(FIRST_MARK_MS);
	});

	test("gives spans inside the text of marked passages", () => {
		const marked = report.passageReports.filter((it) => it.marked);
		for (const { text, spans } of marked)
			for (const { from, to } of spans) {
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeGreaterThan(from);
				expect(to).toBeLessThanOrEqual(text.length);
			}
	});

	test("gets the same verdict for a text as the popup's text box", async () => {
		const scored = report.passageReports.find((it) => it.marked);
		expect(scored).toBeDefined();
		const texts = [scored?.text ?? ""];
		const { verdicts } = await withExtensionPage(stage.browser, (page) =>
			askFrom(page, "background.judge", { texts }),
		);
		expect(verdicts).toEqual([scored?.verdict]);
	});
});
