import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadHeads } from "../src/engine/load-detector.ts";
import { firstLook } from "../src/scoring/first-look.ts";
import type { SpanHead } from "../src/scoring/heads/types.ts";
import type { TokenScores } from "../src/scoring/language-model.ts";
import { type Prepared, prepare } from "../src/scoring/prepare.ts";
import { judgedStretches, spansOf } from "../src/scoring/spans.ts";
import { readSets } from "./evaluate/data/read-sets.ts";
import type { Row } from "./evaluate/data/row.ts";
import { modelHash } from "./evaluate/judge/detector-hash.ts";
import { openPasses } from "./evaluate/judge/pass-cache.ts";
import { macroF1 } from "./evaluate/metrics/f1.ts";
import { callsOfSpans } from "./evaluate/report/sentence-calls.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { inRoot, ROOT } from "./lib/root.ts";
import { userPath } from "./lib/user-path.ts";
import { readPackageFile } from "./score/read-package-file.ts";

interface Item {
	readonly row: Row;
	readonly passage: Prepared;
	readonly scores: TokenScores;
}

const GRID = {
	scale: [0.02, 0.05, 0.1],
	offset: [-1, -0.5, 0],
	lexical: [0, 1, 2],
	own: [0, 0.3, 0.6],
	stay: [0.6, 0.75, 0.9],
};
const SHOWN = 10;

function* heads(minTokens: number): Generator<SpanHead> {
	for (const scale of GRID.scale)
		for (const offset of GRID.offset)
			for (const lexical of GRID.lexical)
				for (const own of GRID.own)
					for (const stay of GRID.stay)
						yield { scale, offset, lexical, own, stay, minTokens };
}

/** Sentence figures of every setting on each half of the own splices; the passes come from `npm run evaluate`. */
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
	const split = JSON.parse(readFileSync(inRoot("training/split.json"), "utf8"));
	const rows = readSets(userPath(folder), split, {
		sets: ["made/splices"],
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
	const items: Item[] = [];
	for (const row of rows) {
		const passage = prepare(row.text, model, trained);
		if ("kind" in passage || !firstLook(passage, trained).needsModel) continue;
		const { signal } = new AbortController();
		const [found] = await model.score([passage.paragraph.text], signal);
		if (found === undefined) continue;
		items.push({ row, passage, scores: passage.paragraph.restore(found) });
	}
	passes.close();
	const figure = (half: number, spans: SpanHead): number =>
		macroF1(
			items
				.filter((_, index) => index % 2 === half)
				.flatMap(({ row, passage: { normalised, raw }, scores }) =>
					callsOfSpans(
						row.text,
						row.machine ?? [],
						spansOf(
							normalised,
							raw,
							judgedStretches(normalised.text, scores, {
								spans,
								lexical: trained.lexical,
							}),
						),
					),
				),
		);
	const tried = [...heads(trained.spans?.minTokens ?? 1)]
		.map((head) => ({ head, first: figure(0, head), second: figure(1, head) }))
		.sort((a, b) => b.first - a.first);
	for (const { head, first, second } of tried.slice(0, SHOWN))
		console.log(first.toFixed(3), second.toFixed(3), JSON.stringify(head));
	return 0;
});
