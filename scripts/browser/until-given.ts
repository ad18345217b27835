const PAUSE_MS = 100;

export interface Patience {
	readonly limitMs: number;
	/** True for errors that waiting may mend; others are thrown at once. */
	readonly passing: (error: unknown) => boolean;
}

/**
 * What `attempt` gives, tried again while it gives nothing; `undefined` when the time is up.
 * @throws what the last attempt threw
 */
export async function untilGiven<T>(
	attempt: () => Promise<T | null | undefined>,
	{ limitMs, passing }: Patience,
): Promise<T | undefined> {
	const end = Date.now() + limitMs;
	for (;;) {
		const isLast = Date.now() >= end;
		try {
			const given = await attempt();
			if (given !== undefined && given !== null) return given;
			if (isLast) return undefined;
		} catch (error) {
			if (isLast || !passing(error)) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
