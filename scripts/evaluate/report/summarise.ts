import { groupBy } from "../data/group-by.ts";
import type { Split } from "../data/split.ts";
import { isScored } from "../judge/outcome.ts";
import { histogram } from "../metrics/histogram.ts";
import { attackReports } from "./attack-report.ts";
import { calibrationReport } from "./calibration-report.ts";
import { comparisonsOf } from "./comparisons.ts";
import { curvesOf } from "./curves.ts";
import { familiesOf } from "./families.ts";
import { humanReport, humanTexts } from "./humans.ts";
import { distinct, type Judged } from "./judged.ts";
import { lengthReports } from "./lengths-report.ts";
import { countNotScored, markedShare, measure } from "./measure.ts";
import { sentenceReports } from "./sentence-calls.ts";
import type {
	Figures,
	Histogram,
	Provenance,
	Results,
	Worst,
} from "./summary.ts";
import { targetsOf } from "./targets.ts";

const WORST = 20;
const WEB = "held-out/human-web-en-a";

const marked = (name: string, texts: readonly Judged[]) => ({
	name,
	marked: markedShare(texts),
	notScored: countNotScored(texts),
});

function webReport(judged: readonly Judged[]): Figures["web"] {
	const web = judged.filter(
		({ row }) => row.set === WEB && row.label === "human",
	);
	if (web.length === 0) return [];
	const genres = [...groupBy(web, ({ row }) => row.domain)].sort(([a], [b]) =>
		a < b ? -1 : 1,
	);
	return [
		marked("all", web),
		...genres.map(([genre, texts]) => marked(genre, texts)),
	];
}

/** Learners' paragraphs of the benchmark, and learners' essays that training held out. */
function learnersReport(judged: readonly Judged[]): Figures["learners"] {
	const learners = humanTexts(judged).filter(({ row }) =>
		/learner|nonnative/.test(row.domain),
	);
	return learners.length === 0
		? undefined
		: marked("learners’ essays", learners);
}

function benchmarksReport(judged: readonly Judged[]): Figures["benchmarks"] {
	const humans = humanTexts(judged).filter(({ row }) =>
		row.set.startsWith("bench/"),
	);
	return humans.length === 0 ? undefined : marked("benchmarks", humans);
}

const countBy = (judged: readonly Judged[]): Record<string, number> =>
	Object.fromEntries(
		[
			...groupBy(distinct(judged), ({ outcome }) =>
				"detail" in outcome && outcome.detail !== undefined
					? `${outcome.kind}: ${outcome.detail}`
					: outcome.kind,
			),
		].map(([kind, texts]) => [kind, texts.length]),
	);

function histogramsOf(judged: readonly Judged[]): Histogram[] {
	const whole = distinct(judged).filter(
		({ row }) => row.alters === undefined && row.label !== "mixed",
	);
	return [...groupBy(whole, ({ row }) => row.label)].map(([name, texts]) => ({
		name,
		counts: histogram(
			texts.flatMap(({ outcome }) =>
				isScored(outcome) ? [outcome.probability] : [],
			),
		),
	}));
}

const worstHumans = (judged: readonly Judged[]): Worst[] =>
	humanTexts(judged)
		.flatMap(({ row, outcome }) =>
			isScored(outcome)
				? [
						{
							set: row.set,
							id: row.id,
							probability: outcome.probability,
							pValue: outcome.pValue,
						},
					]
				: [],
		)
		.sort((a, b) => a.pValue - b.pValue || b.probability - a.probability)
		.slice(0, WORST);

/** Every figure, from the texts and what the detector said of them. */
export function summarise(
	judged: readonly Judged[],
	split: Split,
	provenance: Provenance,
): Results {
	const comparisons = comparisonsOf(judged, split);
	const figures: Figures = {
		comparisons: comparisons.map(measure),
		families: familiesOf(comparisons),
		humans: humanReport(judged),
		web: webReport(judged),
		benchmarks: benchmarksReport(judged),
		learners: learnersReport(judged),
		calibration: calibrationReport(judged),
		sentences: sentenceReports(judged),
		attacks: attackReports(judged),
		lengths: lengthReports(judged),
		notScored: countBy(judged),
	};
	return {
		provenance,
		targets: targetsOf(figures),
		...figures,
		curves: curvesOf(comparisons),
		histograms: histogramsOf(judged),
		worst: worstHumans(judged),
	};
}
