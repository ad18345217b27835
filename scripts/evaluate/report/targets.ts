import { CHINESE_ANSWERS } from "./comparisons.ts";
import { GLIMPSE } from "./families.ts";
import type { Family, Measured } from "./measure.ts";
import type { Figures } from "./summary.ts";
import type { Target } from "./target.ts";
import { TARGET_LINES, type TargetKey } from "./target-lines.ts";

/** A genre with fewer texts has no share worth promising. */
const FEWEST_OF_GENRE = 40;

interface Found {
	readonly value: number | undefined;
	readonly note?: string;
}

const percent = (share: { count: number; total: number }): number =>
	(100 * share.count) / share.total;
const counted = (share: { count: number; total: number }): string =>
	`${share.count} of ${share.total}`;

/** The figures that were promised, each beside its bounds. */
export function targetsOf(figures: Figures): Target[] {
	const values = valuesOf(figures);
	return (Object.keys(TARGET_LINES) as TargetKey[]).map((key) => {
		const { value, note = "" } = values[key];
		return { ...TARGET_LINES[key], value, note };
	});
}

function valuesOf(figures: Figures): Record<TargetKey, Found> {
	const named = (name: string): Measured | undefined =>
		figures.comparisons.find((one) => one.name === name);
	const auroc = (name: string): Found => areaOf(named(name));
	const glimpse = figures.families.find(({ name }) => name === GLIMPSE);
	const sentences = (name: string): Found => {
		const report = figures.sentences.find((one) => one.name === name);
		const note = `in ${report?.given} of ${report?.texts} verdicts, on the page in ${report?.marked}`;
		return report === undefined
			? { value: undefined }
			: { value: report.macroF1, note };
	};
	const attack = (name: string): Found => {
		const report = figures.attacks.find((one) => one.attack === name);
		return report === undefined
			? { value: undefined }
			: { value: 100 * (report.clean - report.attacked) };
	};
	return {
		...glimpseValues(glimpse),
		...humanValues(figures),
		current: foundOf(named("current model")),
		unseen: foundOf(named("families never trained on")),
		polishXsum: auroc("bench/imbd-polish-xsum-gpt-4o"),
		polishWriting: auroc("bench/imbd-polish-writing-gpt-4o"),
		polishPubmed: auroc("bench/imbd-polish-pubmed-gpt-4o"),
		arxiv: auroc("bench/detectrl-arxiv"),
		splices: sentences("own splices"),
		ada: sentences("continuations (AdaDetectGPT)"),
		ece: { value: finite(figures.calibration.all.error) },
		eceWorst: worstOf(figures),
		chinese: auroc("Chinese, current model"),
		chineseAnswers: auroc(CHINESE_ANSWERS),
		chinesePolish: auroc("bench/zh-imbd-polish"),
		"look-alikes": attack("look-alikes"),
		"zero-width": attack("zero-width"),
		misspelling: attack("misspelling"),
		synonyms: attack("synonyms"),
	};
}

const finite = (value: number): number | undefined =>
	Number.isFinite(value) ? value : undefined;

/** A test of texts of which most were not scored has no figure. */
function areaOf(measured: Measured | undefined): Found {
	if (measured === undefined) return { value: undefined };
	const texts = measured.humans + measured.machines;
	if (measured.notScored > texts / 2)
		return { value: undefined, note: "these texts are left unscored" };
	return { value: measured.power.telltale.auroc };
}

const foundOf = (measured: Measured | undefined): Found =>
	measured === undefined
		? { value: undefined }
		: {
				value: measured.power.telltale.t1,
				note: `${measured.machines} texts beside ${measured.humans} human ones`,
			};

const glimpseValues = (glimpse: Family | undefined) => ({
	glimpseAuroc: { value: glimpse?.mean.telltale.auroc },
	glimpseT1: { value: glimpse?.mean.telltale.t1 },
	glimpseT5: { value: glimpse?.mean.telltale.t5 },
	glimpsePooledT1: { value: glimpse?.pooled.telltale.t1 },
});

function humanValues({ web, benchmarks, learners }: Figures) {
	const [all, ...genres] = web;
	const worst = genres
		.filter(({ marked }) => marked.total >= FEWEST_OF_GENRE)
		.sort((a, b) => percent(b.marked) - percent(a.marked))[0];
	const shareOf = (one: typeof all, name = ""): Found =>
		one === undefined
			? { value: undefined }
			: {
					value: percent(one.marked),
					note: `${name}${counted(one.marked)}`,
				};
	return {
		webMarked: shareOf(all, "tables were calibrated on them, "),
		webWorst: shareOf(worst, `${worst?.name}, `),
		benchMarked: shareOf(benchmarks),
		learners: shareOf(learners),
	};
}

function worstOf({ calibration }: Figures): Found {
	const worst = calibration.byLength.toSorted((a, b) => b.error - a.error)[0];
	return worst === undefined
		? { value: undefined }
		: { value: worst.error, note: `${worst.name} words` };
}
