import type { Range } from "../../../src/scoring/sentences.ts";

export const LABELS = ["human", "ai", "ai-edited", "mixed"] as const;
/** Who wrote a text; `mixed` has stretches by both. */
export type Label = (typeof LABELS)[number];

/** One text with what is known of it. */
export interface Row {
	/** Name of its set, for example `bench/glimpse-xsum-gpt-4`. */
	readonly set: string;
	readonly id: string;
	readonly text: string;
	readonly label: Label;
	readonly domain: string;
	readonly generator: string;
	readonly source: string;
	/** The human text whose subject it has, if any. */
	readonly mirrorOf: string | undefined;
	/** Where a machine wrote, for texts that turn from one writer to the other. */
	readonly machine: readonly Range[] | undefined;
	/** For altered texts, the set and id of the unaltered one. */
	readonly alters: { readonly set: string; readonly id: string } | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null;

const textOf = (value: unknown): string | undefined =>
	typeof value === "string" ? value : undefined;

/**
 * Reads one row of a pack.
 * @throws SyntaxError for what is no row of the expected form
 */
export function parseRow(line: string, set: string): Row {
	const value: unknown = JSON.parse(line);
	const wrong = new SyntaxError(
		`${set} has a row that is no text with a label`,
	);
	if (!isObject(value)) throw wrong;
	const { id, text, prompt_len: prompt } = value;
	const label = LABELS.find((one) => one === value.label);
	if (typeof text !== "string" || typeof id !== "string") throw wrong;
	if (label === undefined) throw wrong;
	const opensHuman = typeof prompt === "number" && label === "ai";
	return {
		set,
		id,
		text,
		label: opensHuman ? "mixed" : label,
		domain: textOf(value.domain) ?? "unknown",
		generator: textOf(value.generator) ?? label,
		source: textOf(value.source) ?? set,
		mirrorOf: textOf(value.mirror_of),
		machine: opensHuman ? [{ from: prompt, to: text.length }] : undefined,
		alters: undefined,
	};
}
