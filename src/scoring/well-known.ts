import { WELL_KNOWN_TEXTS } from "./well-known/texts.ts";

/** Words, or Chinese characters, in a row; so many agree only by quotation. */
const RUN = 8;
/** Share of the passage's runs that must be known: an essay may quote the same words. */
const LEAST_SHARE = 0.5;
const UNIT = /\p{sc=Han}|[\p{L}\p{N}']+/gu;

const known = new Set(WELL_KNOWN_TEXTS.flatMap(runsOf));

/**
 * True for texts that everyone quotes, which tell nothing about who typed them. A list and not the
 * model's certainty: a model this small recites none of them, and gives set phrases of any author
 * as much probability.
 *
 * @param text normalised
 */
export function isWellKnown(text: string): boolean {
	const runs = runsOf(text);
	const hits = runs.filter((run) => known.has(run)).length;
	return hits > 0 && hits >= LEAST_SHARE * runs.length;
}

function runsOf(text: string): string[] {
	const units = text.toLowerCase().match(UNIT) ?? [];
	const count = Math.max(0, units.length - RUN + 1);
	return Array.from({ length: count }, (_, from) =>
		units.slice(from, from + RUN).join(" "),
	);
}
