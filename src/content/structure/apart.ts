import { isMargin } from "./margins.ts";
import { isQuote } from "./quotes.ts";

/** Pages also indent their own text as quotations, or name its box after its place: what is most of a unit is its text. */
const MOST_QUOTED = 0.75;
const MOST_MARGIN = 0.4;

const lengthOf = (element: Element): number => element.textContent?.length ?? 0;

/** Tells, for one reading, what is no part of the unit around it although it stands inside: quotations and margins. */
export function createApartTest(): (
	element: Element,
	unit: Element,
) => boolean {
	const lengths = new Map<Element, number>();
	return (element, unit) => {
		const most = isQuote(element)
			? MOST_QUOTED
			: isMargin(element)
				? MOST_MARGIN
				: 0;
		if (most === 0) return false;
		const whole = lengths.get(unit) ?? lengthOf(unit);
		lengths.set(unit, whole);
		return lengthOf(element) <= most * whole;
	};
}
