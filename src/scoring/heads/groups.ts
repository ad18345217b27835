import { REGISTERS, type Register } from "../register.ts";
import {
	complain,
	type Field,
	fieldOf,
	numberOf,
	oneOf,
	sortedNumbers,
	textOf,
} from "./fields.ts";
import type { CalibrationGroup } from "./types.ts";

const LEAST_COUNT = { least: 0 };
/** p-values are interpolated in the logarithm, so none may be 0. */
const POSITIVE_SHARE = { least: Number.MIN_VALUE, most: 1 };

/** @throws HeadsError */
export function readGroup(field: Field): CalibrationGroup {
	const scores = sortedNumbers(field, "scores", "rising");
	const pValues = sortedNumbers(field, "pValues", "falling", POSITIVE_SHARE);
	if (scores.length === 0) complain(field, "has no knots");
	if (scores.length !== pValues.length) {
		complain(field, `has ${scores.length} scores, ${pValues.length} p-values`);
	}
	const minTokens = numberOf(field, "minTokens", LEAST_COUNT);
	return {
		language: textOf(field, "language"),
		register:
			fieldOf(field, "register").value === undefined
				? undefined
				: oneOf(field, "register", REGISTERS),
		minTokens,
		maxTokens: numberOf(field, "maxTokens", { least: minTokens }),
		scores,
		pValues,
	};
}

/** A register of the language that no group holds. */
export const registerWithoutGroup = (
	language: string,
	groups: readonly CalibrationGroup[],
): Register | undefined =>
	REGISTERS.find(
		(register) =>
			!groups.some(
				(group) =>
					group.language === language &&
					(group.register ?? register) === register,
			),
	);
