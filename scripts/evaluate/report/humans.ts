import { groupBy } from "../data/group-by.ts";
import type { Share } from "../metrics/binomial.ts";
import { LENGTH_BINS, lengthBin } from "../metrics/lengths.ts";
import { distinct, type Judged } from "./judged.ts";
import { countNotScored, markedShare } from "./measure.ts";

export interface Marked {
	readonly name: string;
	readonly marked: Share;
	readonly notScored: number;
}

/** Human texts marked at normal sensitivity: the product's worst act. Each text counts once. */
export interface HumanReport {
	readonly all: Marked;
	readonly byGenre: readonly Marked[];
	readonly byLength: readonly Marked[];
}

const marked = (name: string, texts: readonly Judged[]): Marked => ({
	name,
	marked: markedShare(texts),
	notScored: countNotScored(texts),
});

export const humanTexts = (judged: readonly Judged[]): Judged[] =>
	distinct(judged.filter(({ row }) => row.label === "human"));

/** The pack or benchmark without the generator that its humans were set against. */
export function genreOf({ row }: Judged): string {
	const pack = row.set.replace(/^(bench|held-out)\//, "");
	const isPack = /^(human-|train-|student-|zh-)/.test(pack);
	return isPack ? `${pack}: ${row.domain}` : `benchmarks: ${row.domain}`;
}

export function humanReport(judged: readonly Judged[]): HumanReport {
	const humans = humanTexts(judged);
	const lengths = groupBy(humans, ({ outcome }) => lengthBin(outcome.words));
	return {
		all: marked("all", humans),
		byGenre: [...groupBy(humans, genreOf)]
			.map(([name, texts]) => marked(name, texts))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
		byLength: LENGTH_BINS.map((bin) => marked(bin, lengths.get(bin) ?? [])),
	};
}
