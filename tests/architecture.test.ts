import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRoot } from "../scripts/lib/root.ts";
import { wrongImports } from "./architecture-rules.ts";
import { sourceFiles } from "./source-files.ts";

/** A longer file has more than one purpose. */
const MOST_LINES = 200;

const readJson = (path: string): Record<string, unknown> =>
	JSON.parse(readFileSync(inRoot(path), "utf8"));

const product = sourceFiles("src");
const ours = [...product, ...sourceFiles("scripts")];

describe("import direction", () => {
	test("holds everywhere", () => {
		expect(product.flatMap(wrongImports)).toEqual([]);
	});

	test.each([
		["src/content/a.ts", 'import { x } from "../background/b.ts";'],
		["src/popup/a.ts", 'import type { X } from "../options/b.ts";'],
		["src/scoring/a.ts", 'import { x } from "../shared/b.ts";'],
		["src/shared/a.ts", 'export * from "../engine/b.ts";'],
		["src/offscreen/a.ts", 'await import("../engine/worker.ts");'],
		["src/content/a.ts", 'import {\n\tx,\n} from "../../scripts/b.ts";'],
		["src/content/a.ts", 'import "../background/b.ts";'],
		["src/engine/worker.ts", 'import { env } from "@xenova/transformers";'],
		["src/popup/a.ts", 'import * as ort from "onnxruntime-web/wasm";'],
		["src/popup/a.ts", 'import browser from "webextension-polyfill";'],
		["src/popup/a.ts", 'import { readFileSync } from "node:fs";'],
		["src/viewer/a.ts", 'import { Unzip } from "fflate";'],
		["src/viewer/a.ts", 'import { x } from "../content/b.ts";'],
	])("a planted violation in %s is caught: %s", (path, text) => {
		expect(wrongImports({ path, text })).toHaveLength(1);
	});

	test.each([
		["src/content/a.ts", 'import { x } from "../shared/b.ts";'],
		["src/content/deep/a.ts", 'import { x } from "../b.ts";'],
		["src/engine/model.ts", 'import { env } from "@xenova/transformers";'],
		["src/shared/browser.ts", 'import b from "webextension-polyfill";'],
		[
			"src/shared/a.ts",
			'import type { Browser } from "webextension-polyfill";',
		],
	])("%s may say %s", (path, text) => {
		expect(wrongImports({ path, text })).toEqual([]);
	});
});

test("no file is longer than its purpose", () => {
	const long = ours
		.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
		.filter(({ lines }) => lines > MOST_LINES);
	expect(long).toEqual([]);
});

test.each([
	[/\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\b/],
	[/\beval\s*\(|new Function\s*\(/],
	[/@ts-(?:ignore|nocheck|expect-error)/],
	[/\bas any\b|:\s*any\b|<any>/],
])("the product never uses %s", (pattern) => {
	const users = product.filter(({ text }) => pattern.test(text));
	expect(users.map(({ path }) => path)).toEqual([]);
});

test("dependencies are pinned exactly", () => {
	const { dependencies, devDependencies } = readJson("package.json");
	const versions = Object.entries({
		...Object(dependencies),
		...Object(devDependencies),
	});
	const loose = versions.filter(
		([, version]) => !/^(?:npm:.+@)?\d+\.\d+\.\d+$/.test(String(version)),
	);
	expect(versions.length).toBeGreaterThan(0);
	expect(loose).toEqual([]);
});
