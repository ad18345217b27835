/** Between two asks of a background that did not answer: it may just be starting, or have ended in between. */
const WAITS_MS = [1_000, 3_000, 9_000] as const;

export interface StarterEnvironment {
	readonly document: Pick<Document, "hidden"> & EventTarget;
	/** Calls back once the page has nothing to do. */
	readonly whenIdle: (work: () => void) => void;
	/** False once the extension was updated or removed: nobody is left to ask then. */
	readonly isAlive: () => boolean;
	/** True once the content script has run here, however that came about. */
	readonly hasRun: () => boolean;
	/** Asks the background to bring the content script in. Resolves to true when it did. */
	readonly ask: () => Promise<boolean>;
	readonly wait: (ms: number) => Promise<void>;
}

/** Resolves at once in a visible page; in a hidden or prerendered one when somebody looks at it. */
function shown(document: StarterEnvironment["document"]): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (document.hidden) return;
			document.removeEventListener("visibilitychange", look);
			resolve();
		};
		document.addEventListener("visibilitychange", look);
		look();
	});
}

/** Has the content script brought in when the page is looked at and idle. Gives up in silence. */
export async function startLater({
	document,
	whenIdle,
	isAlive,
	hasRun,
	ask,
	wait,
}: StarterEnvironment): Promise<void> {
	await shown(document);
	await new Promise<void>(whenIdle);
	for (const pause of [...WAITS_MS, undefined]) {
		if (!isAlive() || hasRun()) return;
		if (await ask().catch(() => false)) return;
		if (pause !== undefined) await wait(pause);
	}
}
