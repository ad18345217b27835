import type { Scored, Verdict } from "./verdict.ts";

/** Fewer judged passages on one side could be a quotation, an abstract or chance. */
const LEAST_PASSAGES = 3;
/**
 * Natural logarithm of the likelihood ratio that one passage may add. Neighbours share subject and manner, so that their
 * evidence is not independent: no single one may decide.
 */
const MOST_EVIDENCE = 2;
/** The change must explain the verdicts better than none by this much, besides the price of choosing its place. */
const PENALTY = 4;
/** At least this share of the machine-like side must read so by itself, and at most so little of the other side. */
const MACHINE_SHARE = { least: 0.5, most: 0.1 } as const;

/** The writing changes between two passages. */
export interface Change {
	/** Index of the first verdict after the change. */
	readonly at: number;
	/** How what comes after it reads; what comes before reads the other way. */
	readonly to: "human-like" | "machine-like";
}

interface Observed {
	readonly index: number;
	/** Positive for machine-like; natural logarithm of the odds, limited. */
	readonly evidence: number;
	readonly machine: boolean;
}

function observe(verdict: Scored, index: number): Observed {
	const { probability, band } = verdict;
	const odds = Math.log(probability / (1 - probability));
	const evidence = Math.max(-MOST_EVIDENCE, Math.min(MOST_EVIDENCE, odds));
	return { index, evidence, machine: band === "machine-like" };
}

const isPlainly = (machine: boolean, side: readonly Observed[]): boolean => {
	const share = side.filter((it) => it.machine).length / side.length;
	return machine ? share >= MACHINE_SHARE.least : share <= MACHINE_SHARE.most;
};

/**
 * Finds the one place at which a document changes from human-like to machine-like passages or back: the two-segment
 * likelihood against that of a document of one kind, with a penalty (as in Bayesian information criteria) for the place
 * chosen. Undefined where the evidence is weak; that is the usual answer.
 *
 * `verdicts` are those of one document in reading order; what was not scored counts for neither side.
 */
export function findChange(
	verdicts: readonly (Verdict | undefined)[],
): Change | undefined {
	const observed = verdicts.flatMap((verdict, index) =>
		verdict?.kind === "scored" ? [observe(verdict, index)] : [],
	);
	if (observed.length < 2 * LEAST_PASSAGES) return undefined;
	const total = observed.reduce((sum, { evidence }) => sum + evidence, 0);
	let before = 0;
	let best: { cut: number; gain: number; to: Change["to"] } | undefined;
	observed.forEach(({ evidence }, index) => {
		before += evidence;
		const cut = index + 1;
		if (cut < LEAST_PASSAGES || observed.length - cut < LEAST_PASSAGES) return;
		const after = total - before;
		// With human-like passages as the zero, a segment of machine-like ones adds its evidence.
		const gain = Math.max(before, after) - Math.max(0, total);
		if (gain > (best?.gain ?? 0))
			best = {
				cut,
				gain,
				to: after > before ? "machine-like" : "human-like",
			};
	});
	if (best === undefined || best.gain < PENALTY + Math.log(observed.length))
		return undefined;
	const { cut, to } = best;
	const machineAfter = to === "machine-like";
	const first = observed[cut];
	const plain =
		isPlainly(!machineAfter, observed.slice(0, cut)) &&
		isPlainly(machineAfter, observed.slice(cut));
	return plain && first !== undefined ? { at: first.index, to } : undefined;
}
