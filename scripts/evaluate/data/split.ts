import { idHash } from "./hash.ts";
import type { Row } from "./row.ts";

/** Which texts no head was fitted on; written by training/telltale_training/write_split.py. */
export interface Split {
	/** Beginnings of the names of generators that were never trained on. */
	readonly families: readonly string[];
	/** Packs that training does not read at all. */
	readonly neverRead: readonly string[];
	/** For each pack, hashes of the ids that are held out. */
	readonly heldOut: Readonly<Record<string, readonly string[]>>;
}

export const HELD_OUT = "held-out";

export const heldOutPacks = ({ heldOut, neverRead }: Split): string[] =>
	[...Object.keys(heldOut), ...neverRead].sort();

/** Of a pack's rows those that no head was fitted on. */
export function heldOutRows(
	pack: string,
	rows: readonly Row[],
	split: Split,
): Row[] {
	if (split.neverRead.includes(pack)) return [...rows];
	const ids = new Set(split.heldOut[pack]);
	return rows.filter(({ id }) => ids.has(idHash(pack, id)));
}

/** Whether a text's generator belongs to a family that was never trained on. */
export const isUnseenFamily = (
	{ generator }: Pick<Row, "generator">,
	{ families }: Split,
): boolean => families.some((family) => generator.startsWith(family));
