import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { judgedReport, openStage, openTab, type Stage } from "./harness.ts";

/** Pages as found on the web, all of human writing. */
const FOLDER = inRoot("tests/pages");
const slugs = readdirSync(FOLDER).filter((slug) =>
	existsSync(`${FOLDER}/${slug}/source.html`),
);

let stage: Stage;
let server: FileServer;

beforeAll(async () => {
	stage = await openStage("pages");
	server = await serveFiles(FOLDER);
	await checkAutomatically(stage.browser, "127.0.0.1");
});

afterAll(async () => {
	await server.close();
	await stage.close();
});

test("there are pages to check", () => {
	expect(slugs.length).toBeGreaterThan(0);
});

test.each(slugs)("%s: human writing is left alone", async (slug) => {
	const url = `${server.origin}/${slug}/source.html`;
	const tab = await openTab(stage.browser, url);
	const report = await judgedReport(stage.browser, tab);
	const marked = report.passageReports.filter((passage) => passage.marked);
	expect(marked.map(({ text }) => text.slice(0, 80))).toEqual([]);
	await tab.page.close();
});
