import { interfaceLanguage, message } from "./i18n.ts";

/** A whole number as the user's language writes it. */
export const countText = (count: number): string =>
	new Intl.NumberFormat(interfaceLanguage()).format(count);

/** Above this share one decimal is kept: between 99 % and 99.9 % lies a factor of ten. */
const FINE_SHARE = 0.99;
/** No reference set is large enough to back more than this. */
const LARGEST_SHARE = 0.999;

/** Keeps 0.57, which is a hair less in binary, from being rounded down to 56 %. */
const BINARY_SLACK = 1e-9;

/** A share (0 to 1) as a percentage, rounded down and never 100 %. */
export function shareText(share: number): string {
	const backed = Math.min(Math.max(share, 0), LARGEST_SHARE);
	return new Intl.NumberFormat(interfaceLanguage(), {
		style: "percent",
		maximumFractionDigits: backed > FINE_SHARE ? 1 : 0,
		roundingMode: "floor",
	}).format(backed + BINARY_SLACK);
}

/** Certainty beyond these bounds is not claimed. */
const SURE = 0.99;
const UNSURE = 0.01;

/** A probability (0 to 1) as a percentage; near the ends "over 99 %" and "under 1 %". */
export function probabilityText(probability: number): string {
	const percent = new Intl.NumberFormat(interfaceLanguage(), {
		style: "percent",
	});
	if (probability > SURE) return message("verdict_over", percent.format(SURE));
	if (probability < UNSURE)
		return message("verdict_under", percent.format(UNSURE));
	return percent.format(probability);
}
