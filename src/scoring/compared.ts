import { pValueOf } from "./calibration.ts";
import { type Fused, type FusionInputs, fuse } from "./fusion.ts";
import type { LanguageHeads } from "./heads/types.ts";
import { registerOf } from "./register.ts";

export interface Compared extends Fused {
	/** Share of human texts of the same language, length and register that score at least as high. */
	readonly pValue: number;
}

/**
 * The fused score of a text, compared with people's.
 *
 * @param text the normalised text, which tells the register
 * @param inputs what was read of it
 */
export function compared(
	text: string,
	inputs: FusionInputs,
	language: string,
	{ fusion, groups }: Pick<LanguageHeads, "fusion" | "groups">,
): Compared {
	const fused = fuse(inputs, fusion);
	const { score } = fused;
	const { tokens } = inputs;
	const scaled = { score, tokens, language, register: registerOf(text) };
	return { ...fused, pValue: pValueOf(scaled, groups) };
}
