import {
	ATTACKED_SETS,
	DISGUISES,
	type Disguise,
} from "../data/attacked-sets.ts";
import { isScored } from "../judge/outcome.ts";
import { shareAbove } from "../metrics/roc.ts";
import { type Judged, scoreOf } from "./judged.ts";
import { foundAt } from "./measure.ts";

export interface AttackReport {
	readonly attack: Disguise;
	readonly texts: number;
	/** Share found where 5 % of the unaltered human texts are: of the texts as they were, and disguised. */
	readonly clean: number;
	readonly attacked: number;
	/** Largest change of a probability, of texts that were scored both times. */
	readonly largestChange: number;
}

const LEVEL = 0.05;

interface Pair {
	readonly before: Judged["outcome"];
	readonly after: Judged["outcome"];
	readonly threshold: number;
}

const probabilityOf = (outcome: Judged["outcome"]): number =>
	isScored(outcome) ? outcome.probability : Number.NaN;

/** The human texts of the set itself, or human web prose where it has none. */
function humansBeside(judged: readonly Judged[], set: string): Judged[] {
	const humans = judged.filter(
		({ row }) => row.label === "human" && row.alters === undefined,
	);
	const own = humans.filter(({ row }) => row.set === set);
	return own.length > 0
		? own
		: humans.filter(({ row }) => row.set === "held-out/human-web-en-a");
}

/** What each disguise costs, on the same machine texts before and after. */
export function attackReports(judged: readonly Judged[]): AttackReport[] {
	const byName = new Map(
		judged.map((one) => [`${one.row.set}/${one.row.id}`, one]),
	);
	const thresholds = new Map<string, number>(
		ATTACKED_SETS.map((set) => {
			const human = humansBeside(judged, set);
			return [set, foundAt({ human, machine: judged }, LEVEL).threshold];
		}),
	);
	return DISGUISES.flatMap((attack) => {
		const pairs = judged
			.filter(({ row }) => row.set === `made/${attack}`)
			.flatMap(({ row, outcome }): Pair[] => {
				const { set = "", id = "" } = row.alters ?? {};
				const before = byName.get(`${set}/${id}`);
				const threshold = thresholds.get(set);
				if (before === undefined || threshold === undefined) return [];
				return [{ before: before.outcome, after: outcome, threshold }];
			});
		return pairs.length === 0 ? [] : [reportOf(attack, pairs)];
	});
}

function reportOf(attack: Disguise, pairs: readonly Pair[]): AttackReport {
	const above = (side: "before" | "after"): number =>
		shareAbove(
			pairs.map((pair) =>
				scoreOf(pair[side], "telltale") >= pair.threshold ? 1 : 0,
			),
			1,
		);
	const changes = pairs
		.map(({ before, after }) =>
			Math.abs(probabilityOf(before) - probabilityOf(after)),
		)
		.filter(Number.isFinite);
	return {
		attack,
		texts: pairs.length,
		clean: above("before"),
		attacked: above("after"),
		largestChange: Math.max(0, ...changes),
	};
}
