import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../lib/root.ts";
import { loadShipped } from "../score/load-shipped.ts";
import { readSets, type Wanted } from "./data/read-sets.ts";
import type { Row } from "./data/row.ts";
import type { Split } from "./data/split.ts";
import { detectorHash, modelHash } from "./judge/detector-hash.ts";
import { judgeTexts, pendingTexts } from "./judge/judge-texts.ts";
import { type OutcomeCache, openCache } from "./judge/outcome-cache.ts";
import { openPasses } from "./judge/pass-cache.ts";
import { createProgress } from "./judge/progress.ts";
import { format } from "./report/formatted.ts";
import type { Judged } from "./report/judged.ts";
import { markdown } from "./report/markdown.ts";
import { commitState } from "./report/provenance.ts";
import { withAccuracy } from "./report/readme.ts";
import { summarise } from "./report/summarise.ts";
import type { Provenance, Results } from "./report/summary.ts";

export interface FullOptions extends Wanted {
	readonly data: string;
	/** Folder of the results; undefined for `evaluation/`, or a folder aside when a part is left out. */
	readonly out: string | undefined;
}

const SPLIT = inRoot("training/split.json");
const CACHE = inRoot(".cache/evaluate");

function leftOut({ sets, limit }: Wanted): string | undefined {
	const parts = [
		sets === undefined ? undefined : `sets ${sets.join(", ")}`,
		limit === undefined
			? undefined
			: `at most ${limit} texts a benchmark, or set made of held-out texts, and label`,
	].filter((part) => part !== undefined);
	return parts.length === 0 ? undefined : parts.join("; ");
}

const say = (line: string): void => console.error(line);

async function judgeMissing(
	rows: readonly Row[],
	cache: OutcomeCache,
	signal: AbortSignal,
): Promise<void> {
	const texts = rows.map(({ text }) => text);
	const pending = pendingTexts(texts, cache);
	const known = new Set(texts).size - pending.length;
	say(`${pending.length} texts to score, ${known} known from before`);
	if (pending.length === 0) return;
	const passes = openPasses(join(CACHE, `${await modelHash()}.passes`));
	const detector = await loadShipped({ around: passes.around, readAll: true });
	try {
		const progress = createProgress(pending, () => performance.now(), say);
		await judgeTexts(texts, detector, cache, progress, signal);
	} finally {
		await detector.dispose();
		passes.close();
	}
}

function judgedOf(rows: readonly Row[], cache: OutcomeCache): Judged[] {
	return rows.flatMap((row) => {
		const outcome = cache.get(row.text);
		return outcome === undefined ? [] : [{ row, outcome }];
	});
}

async function write(results: Results, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const json = `${JSON.stringify(results)}\n`;
	await writeFile(join(folder, "results.json"), json);
	await writeFile(join(folder, "results.md"), markdown(results));
	say(`Wrote ${join(folder, "results.md")} and results.json`);
	if (folder !== inRoot("evaluation")) return;
	const readme = inRoot("README.md");
	const before = await readFile(readme, "utf8");
	const after = withAccuracy(before, results);
	if (after !== before) await writeFile(readme, after);
	format([readme, join(folder, "results.md"), join(folder, "results.json")]);
}

/** Scores what is not yet known, then writes all figures. Gives the exit code: 1 when interrupted. */
export async function runFull(
	options: FullOptions,
	signal: AbortSignal,
): Promise<number> {
	const split: Split = JSON.parse(await readFile(SPLIT, "utf8"));
	const rows = readSets(options.data, split, options);
	const detector = await detectorHash();
	const state = commitState();
	const cache = await openCache(join(CACHE, `${detector}.jsonl`));
	await judgeMissing(rows, cache, signal);
	if (signal.aborted) {
		say("Interrupted; the same command goes on where this one stopped.");
		return 1;
	}
	const judged = judgedOf(rows, cache);
	const part = leftOut(options);
	const provenance: Provenance = {
		...state,
		detector,
		seed: options.seed,
		date: new Date().toISOString().slice(0, 10),
		texts: judged.length,
		sets: [...new Set(rows.map(({ set }) => set))],
		leftOut: part,
	};
	const aside = part === undefined ? inRoot("evaluation") : join(CACHE, "part");
	await write(summarise(judged, split, provenance), options.out ?? aside);
	return 0;
}
