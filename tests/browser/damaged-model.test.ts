import {
	copyFile,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askFrom } from "../../scripts/browser/ask.ts";
import { openStage, type Stage } from "./harness.ts";

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await openStage("damaged-model");
	page = await stage.browser.context.newPage();
	await page.goto(`${stage.browser.origin}/options/index.html`);
});

afterAll(() => stage.close());

async function largestModelFile(): Promise<string> {
	const folder = join(stage.extension, "model");
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	const files = entries.filter((entry) => entry.isFile());
	const sized = await Promise.all(
		files.map(async ({ parentPath, name }) => {
			const path = join(parentPath, name);
			return { path, size: (await stat(path)).size };
		}),
	);
	sized.sort((a, b) => b.size - a.size);
	const path = sized[0]?.path;
	if (path === undefined) throw new Error("The package holds no model.");
	return path;
}

test("a truncated model file is a clear failure, and mending it mends the extension", async () => {
	const file = await largestModelFile();
	const whole = `${stage.extension}-whole-file`;
	await copyFile(file, whole);
	const bytes = await readFile(file);
	// The file may be a link to the one in the repository: replace it, never write into it.
	await rm(file);
	await writeFile(file, bytes.subarray(0, bytes.length >> 1));

	const failed = await askFrom(page, "background.warm-up", {}).catch(
		(error: unknown) => error,
	);
	expect(failed).toMatchObject({ failure: "model-damaged" });
	const status = await askFrom(page, "background.engine-status", {});
	expect(status).toEqual({ state: "failed", failure: "model-damaged" });

	await rm(file);
	await copyFile(whole, file);
	const ready = await askFrom(page, "background.warm-up", {});
	expect(ready.state).toBe("ready");
	await rm(whole);
});
