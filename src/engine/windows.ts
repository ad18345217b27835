/** Tokens the model sees at once. Longer ones cost attention time and gain nothing for scoring. */
export const WINDOW_TOKENS = 512;
/** Tokens of a later window that only serve as context for the rest. */
export const OVERLAP_TOKENS = 128;

/** A stretch of one text's tokens that is run through the model in one piece. */
export interface Window {
	readonly text: number;
	/** Index of the window's first token in the text. */
	readonly first: number;
	readonly length: number;
	/** Tokens at its beginning whose scores an earlier window has already given. */
	readonly skip: number;
}

/** Cuts texts, given by their token counts, into overlapping windows: every token is scored once. */
export function windowsOf(tokenCounts: readonly number[]): Window[] {
	const windows: Window[] = [];
	for (const [text, count] of tokenCounts.entries()) {
		const step = WINDOW_TOKENS - OVERLAP_TOKENS;
		for (let first = 0; first < count; first += step) {
			const skip = first === 0 ? 0 : OVERLAP_TOKENS;
			const length = Math.min(WINDOW_TOKENS, count - first);
			if (length > skip) windows.push({ text, first, length, skip });
			if (first + length >= count) break;
		}
	}
	return windows;
}

/** Padded tokens of one run: larger ones gain no speed and cost memory. */
export const BATCH_TOKENS = 512;

/** Groups windows of like length, so that little padding is computed. */
export function batchesOf(windows: readonly Window[]): Window[][] {
	const batches: Window[][] = [];
	let batch: Window[] = [];
	for (const window of windows.toSorted((a, b) => a.length - b.length)) {
		if (batch.length > 0 && (batch.length + 1) * window.length > BATCH_TOKENS) {
			batches.push(batch);
			batch = [];
		}
		batch.push(window);
	}
	if (batch.length > 0) batches.push(batch);
	return batches;
}
