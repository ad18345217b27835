import type { AttackReport } from "./attack-report.ts";
import type { CalibrationReport } from "./calibration-report.ts";
import type { HumanReport, Marked } from "./humans.ts";
import type { LengthReport } from "./lengths-report.ts";
import type { Family, Measured } from "./measure.ts";
import type { SentenceReport } from "./sentence-calls.ts";
import type { Target } from "./target.ts";

/** What a run was made with. */
export interface Provenance {
	readonly commit: string;
	/** Whether files of the repository differed from the commit. */
	readonly altered: boolean;
	readonly detector: string;
	readonly seed: number;
	readonly date: string;
	readonly texts: number;
	readonly sets: readonly string[];
	/** Undefined when nothing was left out. */
	readonly leftOut: string | undefined;
}

/** Every figure but the curves. */
export interface Figures {
	readonly comparisons: readonly Measured[];
	readonly families: readonly Family[];
	readonly humans: HumanReport;
	/** Held-out human web prose: all of it, and each genre. */
	readonly web: readonly Marked[];
	/** Human texts of all benchmarks: nothing was ever fitted on them. */
	readonly benchmarks: Marked | undefined;
	readonly learners: Marked | undefined;
	readonly calibration: CalibrationReport;
	readonly sentences: readonly SentenceReport[];
	readonly attacks: readonly AttackReport[];
	readonly lengths: readonly LengthReport[];
	/** How many texts each gate held back, by verdict. */
	readonly notScored: Readonly<Record<string, number>>;
}

export interface Results extends Figures {
	readonly provenance: Provenance;
	readonly targets: readonly Target[];
	readonly curves: readonly Curve[];
	readonly histograms: readonly Histogram[];
	readonly worst: readonly Worst[];
}

/** A ROC curve, thinned: false and true positives. */
export interface Curve {
	readonly name: string;
	readonly channel: string;
	readonly points: readonly (readonly [number, number])[];
}

export interface Histogram {
	readonly name: string;
	readonly counts: readonly number[];
}

/** A human text that reads most machine-like, to be looked at; no text of it is kept. */
export interface Worst {
	readonly set: string;
	readonly id: string;
	readonly probability: number;
	readonly pValue: number;
}
