import type { Share } from "../metrics/binomial.ts";
import type { Target } from "./target.ts";

const NONE = "–";

/** A figure of at most 1 with three decimals, without the leading zero. */
export const score = (value: number | undefined): string =>
	value === undefined || !Number.isFinite(value)
		? NONE
		: value.toFixed(3).replace(/^0\./, ".");

/** A share (0 to 1) as two decimals. */
export const brief = (value: number | undefined): string =>
	value === undefined || !Number.isFinite(value)
		? NONE
		: value.toFixed(2).replace(/^0\./, ".");

/** A number of hundredths with one decimal. */
const hundredths = (value: number): string => value.toFixed(1);

/** Per cent with the exact interval of 95 %. */
export const shareText = ({ count, total, low, high }: Share): string =>
	total === 0
		? NONE
		: `${hundredths((100 * count) / total)} % (${hundredths(100 * low)}–${hundredths(100 * high)})`;

/** A target's figure in its unit. */
export function targetText({
	value,
	unit,
}: Pick<Target, "value" | "unit">): string {
	if (value === undefined || !Number.isFinite(value)) return NONE;
	switch (unit) {
		case "score":
			return score(value);
		case "%":
			return `${value.toFixed(2)} %`;
		case "points":
			return `${hundredths(value)} points`;
	}
}

/** A Markdown table; numbers stand to the right from the second column on. */
export function table(
	head: readonly string[],
	rows: readonly (readonly string[])[],
): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
	return [line(head), line(rule), ...rows.map(line)].join("\n");
}
