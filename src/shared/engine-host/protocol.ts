import type { Verdict } from "../../scoring/verdict.ts";
import {
	type Check,
	isCount,
	isNumber,
	isShare,
	isString,
	listOf,
	oneOf,
	shape,
} from "../checks.ts";
import { isFailure } from "../failure.ts";
import type { Failure } from "../messages.ts";
import { isVerdict } from "../verdict-check.ts";

/** Host → engine worker. Each is answered once, under its id. */
export type ToWorker =
	| { readonly kind: "load"; readonly id: number }
	| {
			readonly kind: "judge";
			readonly id: number;
			readonly texts: readonly string[];
	  };

export type Loaded = {
	readonly kind: "loaded";
	readonly id: number;
	readonly loadMs: number;
};
export type Judged = {
	readonly kind: "judged";
	readonly id: number;
	readonly verdicts: readonly Verdict[];
	/** Since the worker started, this answer included. */
	readonly tokensScored: number;
	readonly busyMs: number;
};
export type Failed = {
	readonly kind: "failed";
	readonly id: number;
	readonly failure: Failure;
	readonly message: string;
};
/** Unasked, while loading: the share (0 to 1) that is done. */
export type Progress = { readonly kind: "progress"; readonly share: number };

/** Engine worker → host. */
export type FromWorker = Loaded | Judged | Failed | Progress;

const isLoad = shape<Extract<ToWorker, { kind: "load" }>>({
	kind: oneOf(["load"]),
	id: isCount,
});
const isJudge = shape<Extract<ToWorker, { kind: "judge" }>>({
	kind: oneOf(["judge"]),
	id: isCount,
	texts: listOf(isString),
});
export const isToWorker: Check<ToWorker> = (value): value is ToWorker =>
	isLoad(value) || isJudge(value);

const isLoaded = shape<Loaded>({
	kind: oneOf(["loaded"]),
	id: isCount,
	loadMs: isNumber,
});
const isJudged = shape<Judged>({
	kind: oneOf(["judged"]),
	id: isCount,
	verdicts: listOf(isVerdict),
	tokensScored: isCount,
	busyMs: isNumber,
});
const isFailed = shape<Failed>({
	kind: oneOf(["failed"]),
	id: isCount,
	failure: isFailure,
	message: isString,
});
const isProgress = shape<Progress>({
	kind: oneOf(["progress"]),
	share: isShare,
});
export const isFromWorker: Check<FromWorker> = (value): value is FromWorker =>
	isLoaded(value) || isJudged(value) || isFailed(value) || isProgress(value);
