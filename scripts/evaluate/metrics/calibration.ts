/** One text's calibrated probability beside the truth. */
export interface Forecast {
	/** 0 to 1. */
	readonly probability: number;
	readonly isMachine: boolean;
}

/** Texts whose probabilities fall into one tenth of the scale. */
export interface ReliabilityBin {
	readonly from: number;
	readonly to: number;
	readonly count: number;
	/** Of all weight, with both sides weighing the same. */
	readonly weight: number;
	/** Weighted mean of the probabilities, and share of machine texts; NaN when empty. */
	readonly probability: number;
	readonly machine: number;
}

const BINS = 10;

/**
 * Reliability in ten bins of equal width. Both sides weigh the same in sum, as the probability is
 * meant for even odds beforehand. Where one side is missing, every text weighs the same.
 */
export function reliability(forecasts: readonly Forecast[]): ReliabilityBin[] {
	const machines = forecasts.filter(({ isMachine }) => isMachine).length;
	const humans = forecasts.length - machines;
	const even = machines > 0 && humans > 0;
	const weightOf = ({ isMachine }: Forecast): number =>
		even ? 0.5 / (isMachine ? machines : humans) : 1 / forecasts.length;
	return Array.from({ length: BINS }, (_, bin) => {
		const inside = forecasts.filter(
			({ probability }) =>
				Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
		);
		const sum = (value: (forecast: Forecast) => number): number =>
			inside.reduce((all, one) => all + weightOf(one) * value(one), 0);
		const weight = sum(() => 1);
		return {
			from: bin / BINS,
			to: (bin + 1) / BINS,
			count: inside.length,
			weight,
			probability: sum(({ probability }) => probability) / weight,
			machine: sum(({ isMachine }) => (isMachine ? 1 : 0)) / weight,
		};
	});
}

/** Expected calibration error: the weighted mean distance of forecast and truth over the bins. NaN for no forecasts. */
export function expectedCalibrationError(
	forecasts: readonly Forecast[],
): number {
	if (forecasts.length === 0) return Number.NaN;
	return reliability(forecasts)
		.filter(({ weight }) => weight > 0)
		.reduce(
			(sum, { weight, probability, machine }) =>
				sum + weight * Math.abs(probability - machine),
			0,
		);
}
