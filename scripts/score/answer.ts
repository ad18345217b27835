import type { Verdict } from "../../src/scoring/verdict.ts";
import type { Id } from "./request.ts";

/** One output line for a verdict: the same fields as inside the extension, after the caller's id. */
export const verdictLine = (id: Id, verdict: Verdict): string =>
	JSON.stringify({ id, ...verdict });

/** One output line for an input line that could not be judged. */
export const errorLine = (id: Id, reason: string): string =>
	JSON.stringify({ id, kind: "error", reason });
