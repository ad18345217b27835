import { groupBy } from "../data/group-by.ts";
import { isScored } from "../judge/outcome.ts";
import {
	expectedCalibrationError,
	type Forecast,
	type ReliabilityBin,
	reliability,
} from "../metrics/calibration.ts";
import { lengthBin } from "../metrics/lengths.ts";
import { distinct, type Judged } from "./judged.ts";

/** A group with fewer scored texts on a side says nothing of its calibration. */
const FEWEST_A_SIDE = 50;

export interface Calibrated {
	readonly name: string;
	readonly texts: number;
	readonly error: number;
}

export interface CalibrationReport {
	readonly all: Calibrated;
	readonly byLength: readonly Calibrated[];
	readonly byCorpus: readonly Calibrated[];
	readonly bins: readonly ReliabilityBin[];
}

interface Kept extends Forecast {
	readonly judged: Judged;
}

/** Scored texts that are wholly by one writer; polished and mixed ones have no right answer. */
function forecastsOf(judged: readonly Judged[]): Kept[] {
	return distinct(judged).flatMap((one) => {
		const { row, outcome } = one;
		const isClear = row.label === "human" || row.label === "ai";
		if (!isClear || row.alters !== undefined || !isScored(outcome)) return [];
		const { probability } = outcome;
		return [{ judged: one, probability, isMachine: row.label === "ai" }];
	});
}

const calibrated = (name: string, kept: readonly Kept[]): Calibrated => ({
	name,
	texts: kept.length,
	error: expectedCalibrationError(kept),
});

function groups(
	kept: readonly Kept[],
	keyOf: (judged: Judged) => string,
): Calibrated[] {
	return [...groupBy(kept, ({ judged }) => keyOf(judged))]
		.filter(([, texts]) => {
			const machines = texts.filter(({ isMachine }) => isMachine).length;
			return Math.min(machines, texts.length - machines) >= FEWEST_A_SIDE;
		})
		.map(([name, texts]) => calibrated(name, texts));
}

const corpusOf = ({ row }: Judged): string =>
	row.set.startsWith("held-out/")
		? "texts that training held out"
		: (row.set.split(/[/-]/)[1] ?? row.set);

/** How far calibrated probabilities are from the truth, overall and by measurable group. */
export function calibrationReport(
	judged: readonly Judged[],
): CalibrationReport {
	const kept = forecastsOf(judged);
	return {
		all: calibrated("all", kept),
		byLength: groups(kept, ({ outcome }) => lengthBin(outcome.words)),
		byCorpus: groups(kept, corpusOf),
		bins: reliability(kept),
	};
}
