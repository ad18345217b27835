import { copyFile, link, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { inRoot } from "../lib/root.ts";

/** What is taken over as it is: from (in the repository) and to (in the extension). */
const FOLDERS = [
	{ from: "src", to: ".", wanted: /\.(html|css)$/ },
	{ from: "_locales", to: "_locales", wanted: /\.json$/ },
	{ from: "icons", to: "icons", wanted: /\.png$/ },
	{ from: "model", to: "model", wanted: /./ },
	{ from: "LICENSES", to: "LICENSES", wanted: /./ },
	{
		from: "node_modules/onnxruntime-web/dist",
		to: "ort",
		wanted: /^ort-wasm-simd-threaded\.(mjs|wasm)$/,
	},
] as const;

/** Sorted, relative to `folder`. */
async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
}

/** From this size on files are linked: the weights, which nothing ever writes again in place. */
const LINKED_BYTES = 10_000_000;

/** A copy, or for large files a hard link where the file system allows it. */
async function place(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await rm(to, { force: true });
	const { size } = await stat(from);
	if (size < LINKED_BYTES) return await copyFile(from, to);
	await link(from, to).catch(() => copyFile(from, to));
}

/** Puts everything that needs no bundling into `outDir`. Never write into those files: they may be links. */
export async function copyFiles(outDir: string): Promise<void> {
	for (const { from, to, wanted } of FOLDERS) {
		const folder = inRoot(from);
		const files = (await filesIn(folder)).filter((file) => wanted.test(file));
		await Promise.all(
			files.map((file) => place(join(folder, file), join(outDir, to, file))),
		);
	}
	await place(inRoot("LICENSE"), join(outDir, "LICENSE"));
}
