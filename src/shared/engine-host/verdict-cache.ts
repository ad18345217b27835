import type { Verdict } from "../../scoring/verdict.ts";

/** Some hundred articles: a user's session of going back and forth between pages. */
const MAX_VERDICTS = 2000;
/** UTF-16 units of all remembered texts: 8 MB. */
const MAX_UNITS = 4_000_000;

export type VerdictCache = {
	readonly get: (text: string) => Verdict | undefined;
	readonly set: (text: string, verdict: Verdict) => void;
};

/** Remembers the verdicts used last, keyed by the text itself, so that no two texts are ever mixed up. */
export function createVerdictCache({
	maxVerdicts = MAX_VERDICTS,
	maxUnits = MAX_UNITS,
} = {}): VerdictCache {
	// A Map keeps insertion order: the first entry is the one used longest ago.
	const verdicts = new Map<string, Verdict>();
	let units = 0;

	const forget = (text: string): void => {
		if (verdicts.delete(text)) units -= text.length;
	};
	const set = (text: string, verdict: Verdict): void => {
		forget(text);
		verdicts.set(text, verdict);
		units += text.length;
		for (const oldest of verdicts.keys()) {
			if (verdicts.size <= maxVerdicts && units <= maxUnits) break;
			forget(oldest);
		}
	};
	const get = (text: string): Verdict | undefined => {
		const verdict = verdicts.get(text);
		if (verdict !== undefined) set(text, verdict);
		return verdict;
	};
	return { get, set };
}
