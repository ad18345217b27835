import type { Passage } from "./passages.ts";
import { samePlaces } from "./reading/text-map.ts";

/** What a new reading means for the passages known before. */
export interface Changes {
	/** In reading order; a passage at the same places as before is the same object. */
	readonly passages: readonly Passage[];
	readonly gone: readonly Passage[];
}

const isSame = (one: Passage, other: Passage): boolean =>
	one.text === other.text && samePlaces(one.map, other.map);

/** Keeps what the page left alone, so that its marks need not be painted again. */
export function reconcile(
	before: readonly Passage[],
	reading: readonly Passage[],
): Changes {
	const byText = new Map<string, Passage[]>();
	for (const passage of before)
		byText.set(passage.text, [...(byText.get(passage.text) ?? []), passage]);
	const kept = new Set<Passage>();
	const passages = reading.map((fresh) => {
		const same = byText
			.get(fresh.text)
			?.find((old) => !kept.has(old) && isSame(old, fresh));
		if (same === undefined) return fresh;
		kept.add(same);
		return same;
	});
	return { passages, gone: before.filter((old) => !kept.has(old)) };
}
