import type { Passage } from "./passages.ts";
import { samePlaces } from "./reading/text-map.ts";

/** What a new reading means for the passages known before. */
export interface Changes {
	/** In reading order; a passage at the same places as before is the same object. */
	readonly passages: readonly Passage[];
	/** Those that were not there before. */
	readonly fresh: readonly Passage[];
	readonly gone: readonly Passage[];
}

const isSame = (one: Passage, other: Passage): boolean =>
	one.text === other.text && samePlaces(one.map, other.map);

/** Keeps what the page left alone, so that its marks need not be painted again. */
export function reconcile(
	before: readonly Passage[],
	reading: readonly Passage[],
): Changes {
	/** By the node in which they begin: few begin in one, while many may have one text. */
	const byNode = new Map<Text | undefined, Passage[]>();
	for (const passage of before) {
		const node = passage.map[0]?.node;
		const there = byNode.get(node);
		if (there === undefined) byNode.set(node, [passage]);
		else there.push(passage);
	}
	const kept = new Set<Passage>();
	const fresh: Passage[] = [];
	const passages = reading.map((read) => {
		const same = byNode
			.get(read.map[0]?.node)
			?.find((old) => !kept.has(old) && isSame(old, read));
		if (same === undefined) fresh.push(read);
		else kept.add(same);
		return same ?? read;
	});
	return { passages, fresh, gone: before.filter((old) => !kept.has(old)) };
}
