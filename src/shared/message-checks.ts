import {
	type Check,
	isBoolean,
	isCount,
	isNumber,
	isShare,
	isString,
	listOf,
	oneOf,
	shape,
} from "./checks.ts";
import {
	judgeLimitMs,
	LOAD_MS,
	MAX_TEXT_UNITS,
	MAX_TEXTS,
	QUICK_MS,
	unitsOf,
} from "./limits.ts";
import {
	type Answer,
	type Ask,
	type EngineStatus,
	FAILURES,
	type MessageName,
} from "./messages.ts";
import { isMeasures, isPageReport, isPageStatus } from "./page-checks.ts";
import { SENSITIVITIES } from "./settings.ts";
import { isVerdict } from "./verdict-check.ts";

type Texts = Ask<"background.judge">;
type Verdicts = Answer<"background.judge">;
type Nothing = Record<never, never>;

const nothing = shape<Nothing>({});

const hasTexts = shape<Texts>({ texts: listOf(isString) });
const isTexts: Check<Texts> = (value): value is Texts =>
	hasTexts(value) &&
	value.texts.length <= MAX_TEXTS &&
	unitsOf(value.texts) <= MAX_TEXT_UNITS;
const isVerdicts = shape<Verdicts>({ verdicts: listOf(isVerdict) });

const isFailureName = oneOf(FAILURES);
const isIdle = shape<Extract<EngineStatus, { state: "idle" }>>({
	state: oneOf(["idle"]),
});
const isLoading = shape<Extract<EngineStatus, { state: "loading" }>>({
	state: oneOf(["loading"]),
	progress: isShare,
});
const isReady = shape<Extract<EngineStatus, { state: "ready" }>>({
	state: oneOf(["ready"]),
	tokensScored: isCount,
	busyMs: isNumber,
	loadMs: isNumber,
});
const isFailed = shape<Extract<EngineStatus, { state: "failed" }>>({
	state: oneOf(["failed"]),
	failure: isFailureName,
});

export const isEngineStatus: Check<EngineStatus> = (
	value,
): value is EngineStatus =>
	isIdle(value) || isLoading(value) || isReady(value) || isFailed(value);

/** How one message is checked, and how long its sender waits for the answer. */
export type MessageCheck<N extends MessageName> = {
	readonly ask: Check<Ask<N>>;
	readonly answer: Check<Answer<N>>;
	readonly limitMs: (ask: Ask<N>) => number;
};

const isDirection = oneOf(["next", "previous"]);

const quick = (): number => QUICK_MS;
const load = (): number => LOAD_MS;
const judging = (ask: Texts): number => judgeLimitMs(ask.texts);

/** One checker for each message of the contract. */
export const MESSAGE_CHECKS: { readonly [N in MessageName]: MessageCheck<N> } =
	{
		"background.judge": { ask: isTexts, answer: isVerdicts, limitMs: judging },
		"background.engine-status": {
			ask: nothing,
			answer: isEngineStatus,
			limitMs: quick,
		},
		"background.warm-up": {
			ask: nothing,
			answer: isEngineStatus,
			limitMs: load,
		},
		"background.page-status": {
			ask: isPageStatus,
			answer: nothing,
			limitMs: quick,
		},
		"background.start-here": { ask: nothing, answer: nothing, limitMs: quick },
		"background.check-tab": {
			ask: shape({ tabId: isCount, on: isBoolean }),
			answer: nothing,
			limitMs: quick,
		},
		"background.frames": {
			ask: shape({ tabId: isCount }),
			answer: shape({
				frames: listOf(shape({ frameId: isCount, status: isPageStatus })),
			}),
			limitMs: quick,
		},
		"background.go": {
			ask: shape({ tabId: isCount, to: isDirection }),
			answer: shape({ index: isCount, of: isCount }),
			limitMs: quick,
		},
		"background.settings-changed": {
			ask: nothing,
			answer: nothing,
			limitMs: quick,
		},
		"engine.judge": { ask: isTexts, answer: isVerdicts, limitMs: judging },
		"engine.status": { ask: nothing, answer: isEngineStatus, limitMs: quick },
		"engine.warm-up": { ask: nothing, answer: isEngineStatus, limitMs: load },
		"page.status": { ask: nothing, answer: isPageStatus, limitMs: quick },
		"page.report": { ask: nothing, answer: isPageReport, limitMs: quick },
		"page.stop": { ask: nothing, answer: nothing, limitMs: quick },
		"page.tell": { ask: nothing, answer: nothing, limitMs: quick },
		"page.measures": { ask: nothing, answer: isMeasures, limitMs: quick },
		"page.go": {
			ask: shape({ to: isDirection }),
			answer: shape({ index: isNumber, of: isCount }),
			limitMs: quick,
		},
		"page.sensitivity": {
			ask: shape({ sensitivity: oneOf(SENSITIVITIES) }),
			answer: nothing,
			limitMs: quick,
		},
		"page.show-selection": {
			ask: shape({ verdict: isVerdict, text: isString }),
			answer: nothing,
			limitMs: quick,
		},
		"viewer.check": { ask: nothing, answer: nothing, limitMs: quick },
		"pages.engine-status": {
			ask: isEngineStatus,
			answer: nothing,
			limitMs: quick,
		},
	};

/** All that a content script may ask: a page that takes one over gains no more than this. */
export const CONTENT_MAY_SEND: readonly MessageName[] = [
	"background.judge",
	"background.engine-status",
	"background.page-status",
	"background.start-here",
];

export const isMessageName = (value: unknown): value is MessageName =>
	typeof value === "string" && Object.hasOwn(MESSAGE_CHECKS, value);
