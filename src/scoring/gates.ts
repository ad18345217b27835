import { isBoilerplate } from "./gates/boilerplate.ts";
import { isCode } from "./gates/code.ts";
import { layoutOf } from "./gates/layout.ts";
import { listForm } from "./gates/list.ts";
import { isQuotation } from "./gates/quotation.ts";
import { isTable } from "./gates/table.ts";
import { isRegularVerse, isVerse } from "./gates/verse.ts";
import type { NotProseForm } from "./verdict.ts";

/** A letter with a few lines of address, or prose around a list, is still prose. */
const MOSTLY_PROSE = 0.5;

/**
 * What a passage is when it is not running prose, which alone can be judged; `undefined` for prose.
 * Looks at the passage as the page lays it out, with its line ends, before normalisation.
 */
export function notProse(raw: string): NotProseForm | undefined {
	const layout = layoutOf(raw);
	if (isTable(layout)) return "table";
	if (isCode(layout)) return "code";
	if (isBoilerplate(layout)) return "boilerplate";
	if (isQuotation(layout)) return "quotation";
	if (isRegularVerse(layout)) return "verse";
	if (layout.lines.length > 1 && layout.proseShare > MOSTLY_PROSE) return;
	return isVerse(layout) ? "verse" : listForm(layout);
}
