/** Called after each step with its texts and all tokens run through the model so far. */
export type Progress = (texts: readonly string[], tokens: number) => void;

const charactersIn = (texts: readonly string[]): number =>
	texts.reduce((sum, { length }) => sum + length, 0);

/** Minutes and seconds. */
export function duration(seconds: number): string {
	const whole = Math.max(0, Math.round(seconds));
	const minutes = Math.floor(whole / 60);
	return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`;
}

/** Reports texts done, speed and time left; time is foreseen from the characters that are left. */
export function createProgress(
	pending: readonly string[],
	now: () => number,
	print: (line: string) => void,
): Progress {
	const began = now();
	const total = charactersIn(pending);
	let characters = 0;
	let texts = 0;
	return (step, tokens) => {
		characters += charactersIn(step);
		texts += step.length;
		const seconds = (now() - began) / 1000;
		const left = (seconds * (total - characters)) / Math.max(1, characters);
		const speed = Math.round(tokens / Math.max(seconds, 0.001));
		print(
			`${texts} of ${pending.length} texts, ${speed} tokens/s, ${duration(left)} left`,
		);
	};
}
