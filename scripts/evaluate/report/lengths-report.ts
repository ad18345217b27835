import { groupBy } from "../data/group-by.ts";
import type { Share } from "../metrics/binomial.ts";
import { LENGTH_BINS, lengthBin } from "../metrics/lengths.ts";
import { distinct, type Judged } from "./judged.ts";
import { markedShare, type Power, powerOf } from "./measure.ts";

export interface LengthReport {
	/** Words. */
	readonly bin: string;
	readonly humans: number;
	readonly machines: number;
	/** With a threshold of its own. */
	readonly telltale: Power;
	readonly meanLogProb: Power;
	readonly markedMachines: Share;
}

/** How much is found at each length, of all unaltered texts that are by one writer, each once. */
export function lengthReports(judged: readonly Judged[]): LengthReport[] {
	const clear = distinct(judged).filter(
		({ row }) =>
			row.alters === undefined && (row.label === "human" || row.label === "ai"),
	);
	const bins = groupBy(clear, ({ outcome }) => lengthBin(outcome.words));
	return LENGTH_BINS.flatMap((bin) => {
		const texts = bins.get(bin) ?? [];
		const human = texts.filter(({ row }) => row.label === "human");
		const machine = texts.filter(({ row }) => row.label === "ai");
		if (human.length === 0 || machine.length === 0) return [];
		return [
			{
				bin,
				humans: human.length,
				machines: machine.length,
				telltale: powerOf({ human, machine }, "telltale"),
				meanLogProb: powerOf({ human, machine }, "meanLogProb"),
				markedMachines: markedShare(machine),
			},
		];
	});
}
