import type { BuildOptions } from "esbuild";
import { inRoot } from "../lib/root.ts";
import { CONTENT_SCRIPTS, MODULES } from "./entries.ts";
import { offline } from "./offline.ts";

/** Readable, and loads its WebAssembly from files we name: threads then start from that file, not from our bundle. */
const ORT = inRoot("node_modules/onnxruntime-web/dist/ort.wasm.mjs");

const shared: BuildOptions = {
	absWorkingDir: inRoot(),
	outbase: "src",
	bundle: true,
	charset: "utf8",
	target: ["chrome128", "firefox140"],
	platform: "browser",
	logLevel: "warning",
	// The model library asks for the WebGPU build of the runtime, whose binary is twice as large.
	alias: { "onnxruntime-web/webgpu": ORT, "onnxruntime-web/wasm": ORT },
	plugins: [offline],
};

const inSource = (entries: readonly string[]): string[] =>
	entries.map((entry) => `src/${entry}`);

/** What esbuild does for the extension: one self-contained, unminified file for each entry. */
export const bundles = (outdir: string): BuildOptions[] => [
	{ ...shared, outdir, format: "esm", entryPoints: inSource(MODULES) },
	{
		...shared,
		outdir,
		format: "iife",
		entryPoints: inSource(CONTENT_SCRIPTS),
	},
];
