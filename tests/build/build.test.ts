import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildExtension } from "../../scripts/build/extension.ts";
import { inRoot } from "../../scripts/lib/root.ts";

const BUILD_LIMIT_MS = 60_000;
const FIRST = inRoot(".cache/tests/build-a");
const SECOND = inRoot(".cache/tests/build-b");

const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();

const digest = (file: string): string =>
	createHash("sha256").update(readFileSync(file)).digest("hex");

/** Every string of the manifest that names a file of the package. */
function pathsIn(value: unknown): string[] {
	if (typeof value === "string")
		return /^[\w/.-]+\.(?:js|html|css|png|wasm|json)$/.test(value)
			? [value]
			: [];
	if (typeof value !== "object" || value === null) return [];
	return Object.values(value).flatMap(pathsIn);
}

beforeAll(async () => {
	await buildExtension({ outDir: FIRST });
	await buildExtension({
		outDir: SECOND,
		hostPermissions: ["*://127.0.0.1/*"],
	});
}, BUILD_LIMIT_MS);

describe("the built extension", () => {
	test("has every file that its manifest names", () => {
		const manifest: unknown = JSON.parse(
			readFileSync(join(FIRST, "manifest.json"), "utf8"),
		);
		const paths = pathsIn(manifest);
		expect(paths.length).toBeGreaterThan(3);
		expect(paths.filter((path) => !existsSync(join(FIRST, path)))).toEqual([]);
	});

	test("asks for no page at install, unlike a demo build", () => {
		const manifest = (folder: string) =>
			JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
		expect(manifest(FIRST).host_permissions).toBeUndefined();
		expect(manifest(SECOND).host_permissions).toEqual(["*://127.0.0.1/*"]);
		expect(manifest(SECOND).name).toContain("demo build");
	});

	test("is the same, byte for byte, when built again", () => {
		const rest = (folder: string) =>
			filesIn(folder)
				.filter((file) => file !== "manifest.json")
				.filter((file) => !file.startsWith("model"))
				.map((file) => `${file} ${digest(join(folder, file))}`);
		expect(rest(SECOND)).toEqual(rest(FIRST));
	});

	test("names no address to fetch code or weights from", () => {
		const scripts = filesIn(FIRST).filter((file) => /\.m?js$/.test(file));
		const remote =
			/["'`]https?:\/\/(?:[\w-]+\.)*(?:jsdelivr\.net|unpkg\.com|huggingface\.co\/["'`]|hf\.co\/?["'`])/;
		const users = scripts.filter((file) =>
			remote.test(readFileSync(join(FIRST, file), "utf8")),
		);
		expect(users).toEqual([]);
	});

	test("carries only the plain WebAssembly build of the runtime", () => {
		expect(filesIn(FIRST).filter((file) => file.startsWith("ort"))).toEqual([
			join("ort", "ort-wasm-simd-threaded.mjs"),
			join("ort", "ort-wasm-simd-threaded.wasm"),
		]);
	});

	test("loads next to nothing with a page", () => {
		const size = (file: string) => statSync(join(FIRST, file)).size;
		expect(size("content/starter.js")).toBeLessThan(4_000);
		expect(size("content/highlights.css")).toBeLessThan(4_000);
	});

	test("carries the licences", () => {
		expect(filesIn(FIRST)).toEqual(
			expect.arrayContaining(["LICENSE", join("LICENSES", "Apache-2.0.txt")]),
		);
	});
});
