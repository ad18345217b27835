import { groupBy } from "../data/group-by.ts";
import { isUnseenFamily, type Split } from "../data/split.ts";
import type { Comparison, Judged } from "./judged.ts";

const isHuman = ({ row }: Judged): boolean => row.label === "human";
const isMachine = ({ row }: Judged): boolean =>
	row.label === "ai" || row.label === "ai-edited";
const isGenerated = ({ row }: Judged): boolean => row.label === "ai";
const ofSet =
	(...sets: readonly string[]) =>
	({ row }: Judged): boolean =>
		sets.some((set) => row.set.startsWith(set));

export const CHINESE_ANSWERS = "Chinese, a current model’s answers";
const ANSWER_GENRES: readonly string[] = ["zhihu", "zhihu-answer", "assistant"];

/** Every comparison that the texts allow: each set by itself, then those across sets. */
export function comparisonsOf(
	judged: readonly Judged[],
	split: Split,
): Comparison[] {
	const unaltered = judged.filter(({ row }) => row.alters === undefined);
	const own = [...groupBy(unaltered, nameOf)].map(([name, texts]) => ({
		name,
		human: texts.filter(isHuman),
		machine: texts.filter(isMachine),
	}));
	const web = unaltered.filter(ofSet("held-out/human-web-en")).filter(isHuman);
	const chinese = unaltered
		.filter(ofSet("held-out/human-web-zh"))
		.filter(isHuman);
	const chineseMachine = unaltered
		.filter(ofSet("held-out/claude-2026-zh"))
		.filter(isGenerated);
	const across = [
		{
			name: "current model",
			human: web,
			machine: unaltered
				.filter(ofSet("held-out/claude-2026-en", "held-out/claude-2026-mirr"))
				.filter(isGenerated),
		},
		{
			name: "families never trained on",
			human: web,
			machine: unaltered
				.filter(ofSet("held-out/modern-2026-en"))
				.filter(({ row }) => isUnseenFamily(row, split)),
		},
		{
			name: "Chinese, current model",
			human: chinese,
			machine: chineseMachine,
		},
		{
			name: CHINESE_ANSWERS,
			human: chinese,
			machine: chineseMachine.filter(({ row }) =>
				ANSWER_GENRES.includes(row.domain),
			),
		},
	];
	return [...own, ...across].filter(
		({ human, machine }) => human.length > 0 && machine.length > 0,
	);
}

/** The set, sides that lie in two files joined; sources of one pack apart. */
function nameOf({ row }: Judged): string {
	if (row.set.startsWith("bench/student-essay")) return "bench/student-essay";
	if (row.set === "held-out/train-en") return `${row.set}/${row.source}`;
	return row.set;
}
