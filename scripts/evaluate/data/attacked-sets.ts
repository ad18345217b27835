import { ATTACKS, attacked } from "./attacks.ts";
import { shuffled } from "./hash.ts";
import type { Row } from "./row.ts";

/** Machine texts that are disguised in every way: of older generators, and of current ones. */
export const ATTACKED_SETS = [
	"bench/glimpse-xsum-gpt-4",
	"bench/glimpse-writing-gpt-4",
	"held-out/claude-2026-en-c",
	"held-out/modern-2026-en-a",
] as const;
const TEXTS_A_SET = 80;

/** Disguised copies of machine texts, one set an attack. */
export function attackedRows(rows: readonly Row[], seed: number): Row[] {
	const chosen = ATTACKED_SETS.flatMap((set) => {
		const machine = rows.filter((row) => row.set === set && row.label === "ai");
		return shuffled(machine, seed, ({ id }) => id).slice(0, TEXTS_A_SET);
	});
	return ATTACKS.flatMap((attack) =>
		chosen.map((row) => ({
			...row,
			set: `made/${attack}`,
			id: `${row.set}/${row.id}`,
			text: attacked(row.text, attack, `${seed}/${row.id}`),
			alters: { set: row.set, id: row.id },
		})),
	);
}
