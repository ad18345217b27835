import { type Assessed, assess } from "./assess.ts";
import { type FirstLook, firstLook } from "./first-look.ts";
import type { Heads } from "./heads/types.ts";
import type { LanguageModel, TokenScores } from "./language-model.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { withRun } from "./spans/with-run.ts";
import type { Verdict } from "./verdict.ts";

export interface Detector {
	/**
	 * One verdict for each text, in order; every string has one. The gates come first, what is
	 * left goes through the model in one call, and what is suspected within it in another.
	 * @throws what the model throws, `AbortError` among it
	 */
	judge(texts: readonly string[], signal: AbortSignal): Promise<Verdict[]>;
}

export interface DetectorChoices {
	/** Also has the model read what is settled without it: verdicts stay, their statistics come along. */
	readonly readAll?: boolean;
}

interface Looked {
	readonly passage: Prepared;
	readonly look: FirstLook;
}

/** A verdict, and what of its text is suspected. */
type Read =
	| Assessed
	| { readonly verdict: Verdict; readonly suspect: undefined };

/** Joins the language model and the trained heads. */
export function createDetector(
	model: LanguageModel,
	heads: Heads,
	{ readAll = false }: DetectorChoices = {},
): Detector {
	const looked = (raw: string): Looked | Verdict => {
		const passage = prepare(raw, model, heads);
		return "kind" in passage
			? passage
			: { passage, look: firstLook(passage, heads) };
	};
	const scoresOf = async (
		open: readonly Looked[],
		signal: AbortSignal,
	): Promise<Map<Looked, TokenScores>> => {
		if (open.length === 0) return new Map();
		const texts = open.map(({ passage }) => passage.paragraph.text);
		const scores = await model.score(texts, signal);
		return new Map(
			open.flatMap((one, index) => {
				const found = scores[index];
				if (found === undefined) return [];
				return [[one, one.passage.paragraph.restore(found)] as const];
			}),
		);
	};
	const read = async (
		texts: readonly string[],
		signal: AbortSignal,
	): Promise<Read[]> => {
		const all = texts.map(looked);
		const open = all
			.filter(isLooked)
			.filter(({ look }) => readAll || look.needsModel);
		const scores = await scoresOf(open, signal);
		return all.map((one) =>
			isLooked(one)
				? assess(one.passage, one.look, scores.get(one), heads)
				: { verdict: one, suspect: undefined },
		);
	};
	return {
		async judge(texts, signal) {
			signal.throwIfAborted();
			const first = await read(texts, signal);
			const suspects = first.flatMap(({ suspect }) => suspect ?? []);
			const alone = await read(
				suspects.map(({ text }) => text),
				signal,
			);
			const aloneOf = new Map(
				suspects.map((suspect, index) => [suspect, alone[index]?.verdict]),
			);
			return first.map((one) =>
				one.suspect === undefined
					? one.verdict
					: withRun(one.verdict, one.suspect, aloneOf.get(one.suspect), heads),
			);
		},
	};
}

const isLooked = (one: Looked | Verdict): one is Looked => !("kind" in one);
