import { writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { type Measured, measure } from "./bench/measure.ts";
import { writePages } from "./bench/pages.ts";
import { lineText, summarise } from "./bench/table.ts";
import { serveFiles } from "./browser/serve-files.ts";
import { buildExtension } from "./build/extension.ts";
import { readOptions } from "./lib/options.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { inRoot } from "./lib/root.ts";
import { userPath } from "./lib/user-path.ts";

const USAGE = "Usage: npm run bench -- [--runs N] [--json OUT]";
const RUNS = 3;

/** Each run has a browser of its own, so that every load is cold; medians are shown with their bounds. */
main(async () => {
	const { options } = readOptions({ runs: "string", json: "string" }, USAGE);
	const runs = Number(options.runs ?? RUNS);
	if (!Number.isInteger(runs) || runs < 1) throw new PlainError(USAGE);
	const extension = inRoot(".cache/bench/extension");
	await buildExtension({
		outDir: extension,
		hostPermissions: ["*://127.0.0.1/*"],
	});
	const pages = await writePages();
	const server = await serveFiles(pages.folder);
	const measured: Measured[] = [];
	try {
		for (let run = 1; run <= runs; run++) {
			console.error(`Run ${run} of ${runs} …`);
			measured.push(await measure(extension, server.origin, pages));
		}
	} finally {
		await server.close();
	}
	const lines = summarise(measured);
	console.log(
		`${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores; medians of ${runs} runs; scoring page ${pages.words} words`,
	);
	for (const line of lines) console.log(lineText(line));
	if (options.json !== undefined)
		await writeFile(
			userPath(options.json),
			`${JSON.stringify({ words: pages.words, runs: measured, summary: lines }, null, "\t")}\n`,
		);
	return 0;
});
