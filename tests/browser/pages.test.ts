import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import {
	judgedReport,
	openStage,
	openTab,
	plain,
	type Stage,
} from "./harness.ts";

/** Pages in the manner of the web, each with the passages a reader sees and who wrote them. */
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

interface Expected {
	readonly passages: readonly {
		readonly text: string;
		readonly writer: "human" | "machine" | "mixed";
	}[];
}

async function humanTexts(slug: string): Promise<ReadonlySet<string>> {
	const file = `${FOLDER}/${slug}/expected.json`;
	const { passages }: Expected = JSON.parse(await readFile(file, "utf8"));
	const human = passages.filter(({ writer }) => writer === "human");
	return new Set(human.map(({ text }) => plain(text)));
}

test.each(slugs)("%s: human writing is left alone", async (slug) => {
	const human = await humanTexts(slug);
	const url = `${server.origin}/${slug}/source.html`;
	const tab = await openTab(stage.browser, url);
	const report = await judgedReport(stage.browser, tab);
	expect(report.judged).toBe(report.passages);
	const wrong = report.passageReports.filter(
		({ text, marked }) => marked && human.has(plain(text)),
	);
	expect(wrong.map(({ text }) => text.slice(0, 80))).toEqual([]);
	await tab.page.close();
});
