import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { PlainError } from "../../lib/plain-error.ts";
import { attackedRows } from "./attacked-sets.ts";
import { groupBy } from "./group-by.ts";
import { shuffled } from "./hash.ts";
import { readPack } from "./read-pack.ts";
import type { Row } from "./row.ts";
import { splicesOf } from "./splices.ts";
import { HELD_OUT, heldOutPacks, heldOutRows, type Split } from "./split.ts";
import { withTurningPoints } from "./turning-point.ts";

/** Texts a set and label; most benchmarks have 150. The few larger ones would take as long as all others. */
const MOST_OF_KIND = 200;
const SUFFIX = ".jsonl.gz";

export interface Wanted {
	/** Beginnings of the names of the sets; undefined for all. */
	readonly sets: readonly string[] | undefined;
	/** Texts a set and label, but of held-out sets that are read whole, because lines between human and machine are drawn on them; undefined for all. */
	readonly limit: number | undefined;
	readonly seed: number;
	/** Takes all texts of the largest sets too. */
	readonly everything: boolean;
}

function benchRows(folder: string): Row[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith(SUFFIX))
		.sort()
		.flatMap((file) => {
			const name = basename(file, SUFFIX);
			const rows = readPack(join(folder, file), `bench/${name}`);
			return name.startsWith("ada-") ? withTurningPoints(rows) : rows;
		});
}

const heldOut = (folder: string, split: Split): Row[] =>
	heldOutPacks(split)
		.filter((pack) => existsSync(join(folder, `${pack}${SUFFIX}`)))
		.flatMap((pack) => {
			const file = join(folder, `${pack}${SUFFIX}`);
			const rows = readPack(file, `${HELD_OUT}/${pack}`);
			return heldOutRows(pack, rows, split);
		});

function made(rows: readonly Row[], seed: number): Row[] {
	const english = (row: Row) =>
		row.set.startsWith(HELD_OUT) && !row.set.includes("-zh");
	const humans = rows.filter(({ set }) => set === "held-out/human-web-en-a");
	const machines = rows.filter(
		(row) =>
			english(row) && row.label === "ai" && !row.set.endsWith("train-en"),
	);
	return [...splicesOf(humans, machines, seed), ...attackedRows(rows, seed)];
}

function limitOf(row: Row | undefined, wanted: Wanted): number {
	const { limit = Number.POSITIVE_INFINITY, everything } = wanted;
	const isWhole =
		row?.set.startsWith(HELD_OUT) && row.set !== `${HELD_OUT}/train-en`;
	if (isWhole) return Number.POSITIVE_INFINITY;
	return everything ? limit : Math.min(limit, MOST_OF_KIND);
}

/**
 * All texts to be scored: the benchmarks, what training held out, and what is made of them. A limit
 * takes the same texts every time, whatever else is asked for.
 * @throws PlainError for a folder without texts or a name that no set has
 */
export function readSets(folder: string, split: Split, wanted: Wanted): Row[] {
	const read = [...benchRows(join(folder, "bench")), ...heldOut(folder, split)];
	if (read.length === 0) throw new PlainError(`${folder} holds no texts.`);
	const rows = [...read, ...made(read, wanted.seed)];
	const names = new Set(rows.map(({ set }) => set));
	for (const start of wanted.sets ?? [])
		if (![...names].some((name) => name.startsWith(start)))
			throw new PlainError(
				`No set is called ${start}. There are: ${[...names].join(", ")}.`,
			);
	const { sets, seed } = wanted;
	const chosen = rows.filter(
		({ set }) => sets?.some((start) => set.startsWith(start)) ?? true,
	);
	const kinds = groupBy(chosen, ({ set, label }) => `${set} ${label}`);
	return [...kinds.values()].flatMap((kind) => {
		const limit = limitOf(kind[0], wanted);
		if (kind.length <= limit) return kind;
		const keyOf = ({ alters, id }: Row) => alters?.id ?? id;
		return shuffled(kind, seed, keyOf).slice(0, limit);
	});
}
