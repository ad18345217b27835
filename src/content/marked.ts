import { markAt } from "../scoring/band.ts";
import type { Verdict } from "../scoring/verdict.ts";
import type { Sensitivity } from "../shared/settings.ts";

/** True when a passage with this verdict, or a part of it, is marked at this sensitivity. */
export const isMarked = (
	verdict: Verdict | undefined,
	sensitivity: Sensitivity,
): boolean =>
	verdict?.kind === "scored" && markAt(verdict, sensitivity) !== "none";
