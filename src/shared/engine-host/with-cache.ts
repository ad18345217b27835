import type { JudgeTexts } from "./job-queue.ts";
import type { VerdictCache } from "./verdict-cache.ts";

/** Asks only for texts without a remembered verdict. */
export const answerFrom =
	(cache: VerdictCache, judge: JudgeTexts): JudgeTexts =>
	async (texts) => {
		const known = texts.map((text) => cache.get(text));
		const missing = texts.filter((_text, index) => known[index] === undefined);
		const found = missing.length === 0 ? [] : await judge(missing);
		const rest = found.values();
		return known.flatMap((verdict) => verdict ?? rest.next().value ?? []);
	};

/** Remembers every verdict as soon as it is there, also those of a job that fails later. */
export const rememberIn =
	(cache: VerdictCache, judge: JudgeTexts): JudgeTexts =>
	async (texts) => {
		const verdicts = await judge(texts);
		for (const [index, text] of texts.entries()) {
			const verdict = verdicts[index];
			if (verdict !== undefined) cache.set(text, verdict);
		}
		return verdicts;
	};
