import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import messages from "../../_locales/en/messages.json" with { type: "json" };
import { askFrom } from "../../scripts/browser/ask.ts";
import { demoTexts } from "./demo-texts.ts";
import { openStage, type Stage } from "./harness.ts";

/** The first answer also waits for the model to load. */
const LOAD_LIMIT_MS = 60_000;

let stage: Stage;
let popup: Page;

beforeAll(async () => {
	stage = await openStage("popup");
	popup = await stage.browser.context.newPage();
	await popup.goto(`${stage.browser.origin}/popup/index.html`);
});

afterAll(() => stage.close());

const said = () => popup.locator("#check .said").textContent();
const waitFor = (text: string) =>
	expect.poll(said, { timeout: LOAD_LIMIT_MS }).toContain(text);

test("the text box judges a machine-written text, with its numbers and shaded sentences", async () => {
	const texts = await demoTexts("machine");
	const { verdicts } = await askFrom(popup, "background.judge", { texts });
	const index = verdicts.findIndex(
		(verdict) => verdict.kind === "scored" && verdict.band === "machine-like",
	);
	await popup.locator("#text").fill(texts[index] ?? "");
	await waitFor(messages.verdict_marked.message);
	const details = await popup.locator("#check .details").textContent();
	expect(details).toMatch(/\d\s?%/);
	expect(details).toContain((texts[index] ?? "").slice(0, 40));
});

test("the text box says of a human text that it reads like one, or that there is no clear sign", async () => {
	for (const text of await demoTexts("human")) {
		await popup.locator("#text").fill(text);
		await expect
			.poll(said, { timeout: LOAD_LIMIT_MS })
			.not.toBe(messages.check_waiting.message);
		expect(await said()).not.toContain(messages.verdict_marked.message);
	}
});

test("the text box says that a short text is too short", async () => {
	await popup.locator("#text").fill("Hello there, reader.");
	await waitFor("3");
});
