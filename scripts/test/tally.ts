/** How many checks of a step passed and failed. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
}

export const sum = (tallies: readonly Tally[]): Tally => ({
	passed: tallies.reduce((total, { passed }) => total + passed, 0),
	failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** The last line of a test run. */
export const summaryLine = ({ passed, failed }: Tally): string =>
	`${passed} passed, ${failed} failed`;
