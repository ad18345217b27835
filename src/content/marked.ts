import { bandAt } from "../scoring/band.ts";
import type { Verdict } from "../scoring/verdict.ts";
import type { Sensitivity } from "../shared/settings.ts";

/** True when a passage with this verdict is marked at this sensitivity. */
export const isMarked = (
	verdict: Verdict | undefined,
	sensitivity: Sensitivity,
): boolean =>
	verdict?.kind === "scored" && bandAt(verdict, sensitivity) === "machine-like";
