import { readFileSync } from "node:fs";
import { inRoot } from "../../lib/root.ts";
import { ATTACKS, type Attack, attacked } from "./attacks.ts";
import { shuffled } from "./hash.ts";
import { linesOf } from "./lines-of.ts";
import type { Row } from "./row.ts";

/** Machine texts that are disguised in every way: of older generators, and of current ones. */
export const ATTACKED_SETS = [
	"bench/glimpse-xsum-gpt-4",
	"bench/glimpse-writing-gpt-4",
	"held-out/claude-2026-en-c",
	"held-out/modern-2026-en-a",
] as const;
const TEXTS_A_SET = 80;
const BACK_TRANSLATION = "back-translation";
/** Texts that a current model took through Chinese and back; no rule can make them. */
const BACK_TRANSLATED = inRoot("evaluation/back-translated.jsonl");

export type Disguise = Attack | typeof BACK_TRANSLATION;
export const DISGUISES: readonly Disguise[] = [...ATTACKS, BACK_TRANSLATION];

interface BackTranslated {
	readonly set: string;
	readonly id: string;
	readonly text: string;
}

const disguised = (row: Row, disguise: Disguise, text: string): Row => ({
	...row,
	set: `made/${disguise}`,
	id: `${row.set}/${row.id}`,
	text,
	alters: { set: row.set, id: row.id },
});

/** Those of the rows that were taken through another language and back. */
function backTranslatedRows(rows: readonly Row[]): Row[] {
	const byName = new Map(rows.map((row) => [`${row.set}/${row.id}`, row]));
	return linesOf(readFileSync(BACK_TRANSLATED, "utf8"))
		.map((line): BackTranslated => JSON.parse(line))
		.flatMap(({ set, id, text }) => {
			const row = byName.get(`${set}/${id}`);
			return row === undefined ? [] : [disguised(row, BACK_TRANSLATION, text)];
		});
}

/** Disguised copies of machine texts, one set a disguise. */
export function attackedRows(rows: readonly Row[], seed: number): Row[] {
	const chosen = ATTACKED_SETS.flatMap((set) => {
		const machine = rows.filter((row) => row.set === set && row.label === "ai");
		return shuffled(machine, seed, ({ id }) => id).slice(0, TEXTS_A_SET);
	});
	const altered = ATTACKS.flatMap((attack) =>
		chosen.map((row) =>
			disguised(row, attack, attacked(row.text, attack, `${seed}/${row.id}`)),
		),
	);
	return [...altered, ...backTranslatedRows(rows)];
}
