import type { Verdict } from "../../src/scoring/verdict.ts";
import { errorLine, verdictLine } from "./answer.ts";
import { batches } from "./batches.ts";
import { type Request, readRequest } from "./request.ts";

/** Enough for batches of like length, little enough that answers keep coming. */
const BATCH = { size: 16, patienceMs: 50 };

export type Judge = (texts: readonly string[]) => Promise<readonly Verdict[]>;

const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** Judges a batch; when that fails, each text alone, so that one bad text costs one line. */
async function judgeAll(
	texts: readonly string[],
	judge: Judge,
): Promise<readonly (Verdict | Error)[]> {
	if (texts.length === 0) return [];
	try {
		return await judge(texts);
	} catch (error) {
		if (texts.length === 1) return [new Error(reasonOf(error))];
		const results: (Verdict | Error)[] = [];
		for (const text of texts) results.push(...(await judgeAll([text], judge)));
		return results;
	}
}

async function answers(
	requests: readonly Request[],
	judge: Judge,
): Promise<string[]> {
	const texts = requests.flatMap((request) =>
		request.kind === "text" ? [request.text] : [],
	);
	const results = (await judgeAll(texts, judge))[Symbol.iterator]();
	return requests.map((request) => {
		if (request.kind === "malformed")
			return errorLine(request.id, request.reason);
		const { value } = results.next();
		if (value === undefined)
			return errorLine(request.id, "The detector gave no verdict.");
		return value instanceof Error
			? errorLine(request.id, value.message)
			: verdictLine(request.id, value);
	});
}

/** One answer line for each input line, in order, in groups as they become ready. */
export async function* scoreLines(
	lines: AsyncIterable<string>,
	judge: Judge,
): AsyncGenerator<string[]> {
	for await (const group of batches(lines, BATCH))
		yield await answers(group.map(readRequest), judge);
}
