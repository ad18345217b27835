import { mkdir, rm } from "node:fs/promises";
import { build, context } from "esbuild";
import { PlainError } from "../lib/plain-error.ts";
import { bundles } from "./bundle.ts";
import { copyFiles } from "./copy.ts";
import { writeManifest } from "./manifest.ts";
import { watchStatic } from "./watch-static.ts";

export interface BuildRequest {
	/** Absolute path; emptied first. */
	readonly outDir: string;
	/** Match patterns granted at install, for demo and tests only. */
	readonly hostPermissions?: readonly string[];
}

async function writeStatic(request: BuildRequest): Promise<void> {
	await copyFiles(request.outDir);
	await writeManifest(request.outDir, request.hostPermissions ?? []);
}

/**
 * Writes the whole extension, ready for "load unpacked". The same sources give the same bytes.
 * @throws PlainError when the sources do not compile.
 */
export async function buildExtension(request: BuildRequest): Promise<void> {
	await rm(request.outDir, { recursive: true, force: true });
	await mkdir(request.outDir, { recursive: true });
	await writeStatic(request);
	const built = bundles(request.outDir).map((options) => build(options));
	await Promise.all(built).catch((cause: unknown) => {
		// esbuild has printed where and why.
		throw new PlainError("The extension was not built.", { cause });
	});
}

/** Builds, then keeps the folder up to date until the signal aborts. */
export async function watchExtension(
	request: BuildRequest,
	signal: AbortSignal,
): Promise<void> {
	await buildExtension(request);
	const contexts = await Promise.all(
		bundles(request.outDir).map((options) =>
			context({ ...options, logLevel: "info" }),
		),
	);
	await Promise.all(contexts.map((each) => each.watch()));
	const refresh = () => {
		writeStatic(request).catch((error: unknown) => console.error(error));
	};
	watchStatic(refresh, signal);
	await new Promise<void>((resolve) => {
		signal.addEventListener("abort", () => resolve(), { once: true });
	});
	await Promise.all(contexts.map((each) => each.dispose()));
}
