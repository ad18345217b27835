/** Texts in one request: more than a page sends at once, little enough that other pages get their turn. */
export const MAX_TEXTS = 64;
/** UTF-16 units of all texts of one request together: a long novel; beyond it a request is a mistake. */
export const MAX_TEXT_UNITS = 1_000_000;

/** What a page says of itself: this many lines, each of this many UTF-16 units; a page that says more is not heard out. */
export const MAX_DISCLOSURES = 5;
export const MAX_DISCLOSURE_UNITS = 200;

/** Milliseconds for an answer from memory: only a context that is starting up needs this long. */
export const QUICK_MS = 10_000;
/** Milliseconds to read and expand the model from a slow disk. */
export const LOAD_MS = 120_000;
/** Milliseconds for one UTF-16 unit of text: ten times what two slow cores need. */
const JUDGE_UNIT_MS = 5;

/** UTF-16 units of all texts together. */
export const unitsOf = (texts: readonly string[]): number =>
	texts.reduce((sum, text) => sum + text.length, 0);

/** Milliseconds for judging these texts, loading and waiting for others included. */
export const judgeLimitMs = (texts: readonly string[]): number =>
	LOAD_MS + JUDGE_UNIT_MS * unitsOf(texts);
