import { brief, score, shareText, table, targetText } from "./format.ts";
import type { Marked } from "./humans.ts";
import { CHANNEL_NAMES, CHANNELS, type Channel } from "./judged.ts";
import type { Power } from "./measure.ts";
import { PUBLISHED } from "./published.ts";
import type { Figures, Results } from "./summary.ts";
import { attained } from "./target.ts";

const ATTAINED = { aim: "aim", reach: "reach", missed: "**missed**" } as const;

export const targetTable = ({ targets }: Pick<Results, "targets">): string =>
	table(
		["Test", "Figure", "Measured", "Reach", "Aim", "Attained", "Note"],
		targets.map((target) => {
			const { test, measure, reach, aim, unit, note } = target;
			const state = attained(target);
			return [
				test,
				measure,
				targetText(target),
				targetText({ value: reach, unit }),
				targetText({ value: aim, unit }),
				state === undefined ? "not measured" : ATTAINED[state],
				note,
			];
		}),
	);

const powerCells = ({ auroc, t1, t5 }: Power): string[] => [
	score(auroc),
	brief(t1),
	brief(t5),
];

type Baselines = readonly {
	readonly test: string;
	readonly power: Readonly<Record<Channel, Power>>;
}[];

function baselinesOf({ families, comparisons }: Figures): Baselines {
	const single = comparisons.filter(
		({ name }) => !name.includes("/") || name.startsWith("bench/imbd-polish"),
	);
	return [
		...families.flatMap(({ name, comparisons: sets, mean, pooled }) => [
			{ test: `${name}, mean of ${sets} sets`, power: mean },
			{ test: `${name}, one threshold for all`, power: pooled },
		]),
		...single.map(({ name, power }) => ({ test: publishedName(name), power })),
		...comparisons
			.filter(({ name }) => name === "bench/detectrl-arxiv")
			.map(({ power }) => ({ test: "DetectRL arXiv", power })),
	];
}

/** A set's name as the published figures call it. */
function publishedName(name: string): string {
	const polish = /^bench\/imbd-polish-(xsum|writing|pubmed)/.exec(name)?.[1];
	const names = { xsum: "XSum", writing: "Writing", pubmed: "PubMed" };
	return polish === undefined
		? name
		: `ImBD polish, ${names[polish as keyof typeof names]}`;
}

/** Ours, the baselines on the same texts, and what was published on them. */
export const baselineTable = (figures: Figures): string =>
	table(
		["Test", "Method", "Size", "AUROC", "T1", "T5"],
		baselinesOf(figures).flatMap(({ test, power }) => [
			...CHANNELS.map((channel) => [
				test,
				channel === "telltale" ? "**Telltale**" : CHANNEL_NAMES[channel],
				channel === "lexical" ? "under 2 MB" : "135 M",
				...powerCells(power[channel]),
			]),
			...PUBLISHED.filter((one) => one.test === test).map(
				({ method, size, auroc, t1, t5 }) => [
					test,
					`${method} (published)`,
					size,
					score(auroc),
					brief(t1),
					brief(t5),
				],
			),
		]),
	);

export const setTable = ({ comparisons }: Figures): string =>
	table(
		[
			"Set",
			"Human / machine",
			"Not scored",
			"AUROC",
			"T1",
			"T5",
			"Humans marked",
			"Machine texts marked",
		],
		comparisons.map((one) => [
			one.name,
			`${one.humans} / ${one.machines}`,
			`${one.notScored}`,
			...powerCells(one.power.telltale),
			shareText(one.markedHumans),
			shareText(one.markedMachines),
		]),
	);

export const markedTable = (kind: string, rows: readonly Marked[]): string =>
	table(
		[kind, "Texts", "Not scored", "Marked", "Share, 95 % interval"],
		rows.map(({ name, marked, notScored }) => [
			name,
			`${marked.total}`,
			`${notScored}`,
			`${marked.count}`,
			shareText(marked),
		]),
	);
