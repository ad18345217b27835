import { toSimplified } from "./chinese/simplified.ts";
import { wordBucket } from "./lexical-features.ts";
import { FILTER } from "./well-known/filter.ts";
import { WELL_KNOWN_TEXTS } from "./well-known/texts.ts";

/** Words, or Chinese characters, in a row; so many agree only by quotation. */
const RUN = 8;
/** Share of the passage's runs that must be known: an essay may quote the same words. */
const LEAST_SHARE = 0.5;
const UNIT = /\p{sc=Han}|[\p{L}\p{N}']+/gu;

const HASHES = 2 ** 24;
/** The filter holds one in this many runs, chosen by the hash; `training/telltale_training/well_known.py` does the same. */
const SAMPLED = 8;
/** A single sampled run is a chance. */
const FEWEST_SAMPLED = 2;

const known = new Set(WELL_KNOWN_TEXTS.flatMap(runsOf));
let filter: ReadonlySet<number> | undefined;

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
	if (hits > 0 && hits >= LEAST_SHARE * runs.length) return true;
	return isFiltered(runs);
}

function isFiltered(runs: readonly string[]): boolean {
	filter ??= readFilter();
	let sampled = 0;
	let hits = 0;
	for (const run of runs) {
		const hash = wordBucket(run, HASHES * SAMPLED);
		if (hash >= HASHES) continue;
		sampled++;
		if (filter.has(hash)) hits++;
	}
	return hits >= FEWEST_SAMPLED && hits >= LEAST_SHARE * sampled;
}

function readFilter(): ReadonlySet<number> {
	const bytes = Uint8Array.from(atob(FILTER), (unit) => unit.charCodeAt(0));
	const hashes = new Set<number>();
	for (let at = 0; at + 2 < bytes.length; at += 3) {
		const [high = 0, middle = 0, low = 0] = bytes.subarray(at, at + 3);
		hashes.add((high << 16) | (middle << 8) | low);
	}
	return hashes;
}

function runsOf(text: string): string[] {
	const units = toSimplified(text).toLowerCase().match(UNIT) ?? [];
	const count = Math.max(0, units.length - RUN + 1);
	return Array.from({ length: count }, (_, from) =>
		units.slice(from, from + RUN).join(" "),
	);
}
