/** exp() of more says nothing that a probability could show, and soon overflows. */
const MOST_LOG_ODDS = 30;

/** Unnormalised weights of the two states. */
interface Weights {
	readonly human: number;
	readonly machine: number;
}

/**
 * Forward–backward posteriors of a two-state hidden Markov model (Rabiner 1989) that starts in
 * either state alike and keeps its state with probability `stay`.
 *
 * @param logOdds of each emission under "machine" against "human", in order
 * @returns for each, the probability (0 to 1) of "machine" given all of them
 */
export function machinePosteriors(
	logOdds: readonly number[],
	stay: number,
): number[] {
	const odds = logOdds.map((value) =>
		Math.exp(Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, value))),
	);
	const step = ({ human, machine }: Weights): Weights => ({
		human: stay * human + (1 - stay) * machine,
		machine: stay * machine + (1 - stay) * human,
	});
	const emit = ({ human, machine }: Weights, ratio: number): Weights =>
		scaled({ human, machine: machine * ratio });
	const start: Weights = { human: 0.5, machine: 0.5 };

	const forward: Weights[] = [];
	odds.forEach((ratio, index) => {
		const before = forward[index - 1];
		forward.push(emit(before === undefined ? start : step(before), ratio));
	});
	const posteriors: number[] = [];
	let backward: Weights = start;
	for (let index = odds.length - 1; index >= 0; index--) {
		const { human, machine } = forward[index] ?? start;
		posteriors[index] = scaled({
			human: human * backward.human,
			machine: machine * backward.machine,
		}).machine;
		backward = step(emit(backward, odds[index] ?? 1));
	}
	return posteriors;
}

/** The same weights with sum 1; alike where both have vanished. */
function scaled({ human, machine }: Weights): Weights {
	const sum = human + machine;
	return sum > 0
		? { human: human / sum, machine: machine / sum }
		: { human: 0.5, machine: 0.5 };
}
