/**
 * Runs work that nobody awaits and reports its error under a name, so that one failing part
 * cannot take others with it. For borders only: observers, event listeners, queue steps.
 */
export async function guard(what: string, work: () => unknown): Promise<void> {
	try {
		await work();
	} catch (error) {
		console.error(`Telltale: ${what}`, error);
	}
}
