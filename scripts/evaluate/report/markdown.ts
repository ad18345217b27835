import { brief, score, shareText, table } from "./format.ts";
import type { Results } from "./summary.ts";
import { baselineTable, markedTable, setTable, targetTable } from "./tables.ts";

function provenanceText({ provenance }: Results): string {
	const { commit, altered, detector, seed, date, texts, leftOut } = provenance;
	const state = altered ? " with uncommitted changes" : "";
	return [
		`Made by \`npm run evaluate\`; do not edit. Commit ${commit}${state}, detector \`${detector}\`, seed ${seed}, ${date}, ${texts} texts.`,
		leftOut === undefined ? "" : `**Only a part was scored: ${leftOut}.**`,
		"T1 and T5 are the shares of machine texts found at 1 % and 5 % false positives. A text that the detector declines (too short, not prose, well known, another language) counts as unmarked, with the lowest score.",
		"Benchmarks were never used to fit or choose anything. Texts that training held out come from sources, topics or model families that no head was fitted on; p-values and probabilities were calibrated on them, so that their marked shares are those of fitted tables: the benchmarks’ human texts are the stricter test, and figures with each source left out in turn stand in [the model card](../model/CARD.md).",
	]
		.filter((line) => line !== "")
		.join("\n\n");
}

const lengthTable = ({ lengths }: Results): string =>
	table(
		[
			"Words",
			"Human / machine",
			"AUROC",
			"T1",
			"T5",
			"T1, mean log p",
			"Machine texts marked",
		],
		lengths.map((one) => [
			one.bin,
			`${one.humans} / ${one.machines}`,
			score(one.telltale.auroc),
			brief(one.telltale.t1),
			brief(one.telltale.t5),
			brief(one.meanLogProb.t1),
			shareText(one.markedMachines),
		]),
	);

const calibrationTable = ({ calibration }: Results): string => {
	const { all, byLength, byCorpus } = calibration;
	const rows = [
		all,
		...byLength.map((one) => ({ ...one, name: `${one.name} words` })),
		...byCorpus,
	];
	return table(
		["Group", "Texts", "ECE"],
		rows.map(({ name, texts, error }) => [name, `${texts}`, score(error)]),
	);
};

const sentenceTable = ({ sentences }: Results): string =>
	table(
		[
			"Texts",
			"Number",
			"Sentences",
			"Verdicts with sentences",
			"Macro-F1",
			"Macro-F1 of those",
			"Marked on the page",
			"Macro-F1 on the page",
		],
		sentences.map((one) => [
			one.name,
			`${one.texts}`,
			`${one.sentences}`,
			`${one.given}`,
			score(one.macroF1),
			score(one.macroF1Given),
			`${one.marked}`,
			score(one.macroF1Marked),
		]),
	);

const attackTable = ({ attacks }: Results): string =>
	table(
		[
			"Attack",
			"Texts",
			"T5 before",
			"T5 after",
			"Largest change of a probability",
		],
		attacks.map((one) => [
			one.attack,
			`${one.texts}`,
			brief(one.clean),
			brief(one.attacked),
			score(one.largestChange),
		]),
	);

const notScoredTable = ({ notScored }: Results): string =>
	table(
		["Verdict", "Texts"],
		Object.entries(notScored).map(([kind, count]) => [kind, `${count}`]),
	);

const worstTable = ({ worst }: Results): string =>
	table(
		["Set", "Text", "Probability", "p-value"],
		worst.map(({ set, id, probability, pValue }) => [
			set,
			id,
			score(probability),
			pValue.toPrecision(2),
		]),
	);

/** All figures as one Markdown document. */
export function markdown(results: Results): string {
	const { humans, web } = results;
	const sections: readonly (readonly [string, ...string[]])[] = [
		["# Accuracy", provenanceText(results)],
		["## Targets", targetTable(results)],
		["## Beside other methods, on the same texts", baselineTable(results)],
		["## Every set", setTable(results)],
		[
			"## Human texts marked",
			markedTable("Genre", [humans.all, ...humans.byGenre]),
			markedTable("Words", humans.byLength),
			markedTable("Held-out web prose", web),
		],
		["## By length", lengthTable(results)],
		[
			"## Calibration",
			"Both sides weigh the same; ten bins.",
			calibrationTable(results),
		],
		["## Sentences of mixed texts", sentenceTable(results)],
		["## Attacks", attackTable(results)],
		["## Verdicts", notScoredTable(results)],
		["## Human texts that read most machine-like", worstTable(results)],
	];
	return `${sections.map((parts) => parts.join("\n\n")).join("\n\n")}\n`;
}
