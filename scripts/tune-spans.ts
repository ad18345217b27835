import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadHeads } from "../src/engine/load-detector.ts";
import { firstLook } from "../src/scoring/first-look.ts";
import type { SpanHead } from "../src/scoring/heads/types.ts";
import { type Prepared, prepare } from "../src/scoring/prepare.ts";
import {
	judgeStretches,
	type ReadStretches,
	readStretches,
	spansOf,
} from "../src/scoring/spans.ts";
import { readSets } from "./evaluate/data/read-sets.ts";
import type { Row } from "./evaluate/data/row.ts";
import { modelHash } from "./evaluate/judge/detector-hash.ts";
import { openPasses } from "./evaluate/judge/pass-cache.ts";
import { type Call, macroF1 } from "./evaluate/metrics/f1.ts";
import { callsOfSpans } from "./evaluate/report/sentence-calls.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { inRoot, ROOT } from "./lib/root.ts";
import { userPath } from "./lib/user-path.ts";
import { readPackageFile } from "./score/read-package-file.ts";

interface Item {
	readonly row: Row;
	readonly passage: Prepared;
	readonly read: ReadStretches;
}

const GRID = {
	scale: [0.02, 0.03, 0.05, 0.08, 0.12],
	offset: [-2, -1, -0.5, 0, 0.5, 1],
	lexical: [0.25, 0.5, 1, 1.5, 2],
	own: [0.3, 0.45, 0.6, 0.75, 0.8, 0.85, 0.9],
	stay: [0.6, 0.7, 0.8, 0.9],
};
const SHOWN = 10;
const WHOLE_MACHINE_SETS = [
	"held-out/modern-2026-en-a",
	"held-out/claude-2026-en-c",
];
const MOST_WHOLE = 150;
/** Shorter ones may not have been scored, and none is marked. */
const FEWEST_WORDS = 90;
/** Of the sentences of texts that a machine wrote throughout, so many must still be called a machine's. */
const LEAST_OF_WHOLE = 0.95;

const isLong = (text: string): boolean =>
	text.split(/\s+/).length >= FEWEST_WORDS;

function* heads(minTokens: number): Generator<SpanHead> {
	for (const scale of GRID.scale)
		for (const offset of GRID.offset)
			for (const lexical of GRID.lexical)
				for (const own of GRID.own)
					for (const stay of GRID.stay)
						yield { scale, offset, lexical, own, stay, minTokens };
}

/** Sentence figures of every setting on each half of the own splices, and what it calls of whole machine texts; the passes come from `npm run evaluate`. */
main(async () => {
	const [folder] = process.argv.slice(2);
	if (folder === undefined)
		throw new PlainError(
			"Usage: node scripts/bootstrap.mjs scripts/tune-spans.ts FOLDER",
		);
	const trained = await loadHeads(
		`${pathToFileURL(ROOT).href}model/heads/`,
		readPackageFile,
	);
	const { spans: shipped, lexical } = trained;
	if (shipped === undefined) throw new PlainError("The heads have no spans.");
	const split = JSON.parse(readFileSync(inRoot("training/split.json"), "utf8"));
	const rowsOf = (sets: string[]): Row[] =>
		readSets(userPath(folder), split, {
			sets,
			limit: undefined,
			seed: 1,
			everything: false,
		});
	const file = join(inRoot(".cache/evaluate"), `${await modelHash()}.passes`);
	const passes = openPasses(file);
	const model = passes.around({
		// Long enough for the gates: the texts were scored before.
		countTokens: () => trained.minTokens,
		score: () => Promise.reject(new PlainError("Run npm run evaluate first.")),
	});
	const read = async (rows: readonly Row[]): Promise<Item[]> => {
		const items: Item[] = [];
		for (const row of rows) {
			const passage = prepare(row.text, model, trained);
			if ("kind" in passage || !firstLook(passage, trained).needsModel)
				continue;
			const { signal } = new AbortController();
			const [found] = await model.score([passage.paragraph.text], signal);
			if (found === undefined) continue;
			const scores = passage.paragraph.restore(found);
			const heads = { spans: shipped, lexical };
			const read = readStretches(passage.normalised.text, scores, heads);
			items.push({ row, passage, read });
		}
		return items;
	};
	const splices = await read(rowsOf(["made/splices"]));
	const machines = await read(
		rowsOf(WHOLE_MACHINE_SETS)
			.filter(({ label, text }) => label === "ai" && isLong(text))
			.slice(0, MOST_WHOLE),
	);
	passes.close();
	const calls = (
		{ row, passage: { normalised, raw }, read }: Item,
		spans: SpanHead,
	): Call[] =>
		callsOfSpans(
			row.text,
			row.machine ?? [],
			spansOf(normalised, raw, judgeStretches(read, spans)),
		);
	const figure = (half: number, spans: SpanHead): number =>
		macroF1(
			splices
				.filter((_, index) => index % 2 === half)
				.flatMap((item) => calls(item, spans)),
		);
	const shownOfWhole = (spans: SpanHead): number => {
		const all = machines.flatMap((item) => calls(item, spans));
		return all.filter(({ called }) => called).length / all.length;
	};
	const tried = [...heads(shipped.minTokens)]
		.map((head) => ({ head, whole: shownOfWhole(head) }))
		.filter(({ whole }) => whole >= LEAST_OF_WHOLE)
		.map((one) => ({
			...one,
			first: figure(0, one.head),
			second: figure(1, one.head),
		}))
		.sort((a, b) => b.first - a.first);
	for (const { head, first, second, whole } of tried.slice(0, SHOWN)) {
		const figures = [first, second, whole].map((value) => value.toFixed(3));
		console.log(...figures, JSON.stringify(head));
	}
	return 0;
});
