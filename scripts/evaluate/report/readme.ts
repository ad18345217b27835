import type { Results } from "./summary.ts";
import { targetTable } from "./tables.ts";

const BEGIN = "<!-- accuracy:begin -->";
const END = "<!-- accuracy:end -->";

/** A document with its accuracy section filled in; as it was where it has none. */
export function withAccuracy(document: string, results: Results): string {
	const from = document.indexOf(BEGIN);
	const to = document.indexOf(END);
	if (from < 0 || to < from) return document;
	const { commit, detector, texts, leftOut } = results.provenance;
	const part = leftOut === undefined ? "" : ` (${leftOut})`;
	const source = `Measured by \`npm run evaluate\` on ${texts} texts${part}, commit ${commit}, detector \`${detector}\`. All figures: [evaluation/results.md](evaluation/results.md).`;
	const section = `${BEGIN}\n\n${targetTable(results)}\n\n${source}\n\n${END}`;
	return document.slice(0, from) + section + document.slice(to + END.length);
}
