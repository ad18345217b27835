import {
	type Band,
	type HiddenCharacters,
	NOT_PROSE_FORMS,
	REASON_PARTS,
	type Reason,
	type Run,
	type Scored,
	type Span,
	type Statistics,
	type Verdict,
} from "../scoring/verdict.ts";
import {
	type Check,
	isBoolean,
	isCount,
	isNumber,
	isShare,
	isString,
	listOf,
	oneOf,
	optional,
	shape,
} from "./checks.ts";

const BANDS: readonly Band[] = ["human-like", "unclear", "machine-like"];

export const isSpan = shape<Span>({
	from: isCount,
	to: isCount,
	probability: isShare,
});

const isRun = shape<Run>({
	from: isCount,
	to: isCount,
	pValue: isShare,
	capped: isBoolean,
});

const hidden = shape<HiddenCharacters>({
	zeroWidth: isCount,
	direction: isCount,
	lookAlike: isCount,
	other: isCount,
});

const isReason = shape<Reason>({
	part: oneOf(REASON_PARTS),
	direction: oneOf(["machine", "human"]),
	weight: isNumber,
	percentile: isShare,
	examples: listOf(isString),
});

const isStatistics = shape<Statistics>({
	meanLogProb: isNumber,
	meanLogRank: isNumber,
	meanEntropy: isNumber,
	ratio: isNumber,
	curvature: isNumber,
	perplexity: isNumber,
	lexicalLogit: isNumber,
	evidence: isNumber,
	score: isNumber,
});

const measured = { words: isCount, hidden };

const isScored = shape<Scored>({
	...measured,
	kind: oneOf(["scored"]),
	probability: isShare,
	pValue: isShare,
	band: oneOf(BANDS),
	capped: isBoolean,
	tokens: isCount,
	spans: listOf(isSpan),
	run: optional(isRun),
	reasons: listOf(isReason),
	statistics: optional(isStatistics),
});

const VERDICTS: {
	readonly [K in Verdict["kind"]]: Check<Extract<Verdict, { kind: K }>>;
} = {
	"too-short": shape({ ...measured, kind: oneOf(["too-short"]) }),
	"not-prose": shape({
		...measured,
		kind: oneOf(["not-prose"]),
		form: oneOf(NOT_PROSE_FORMS),
	}),
	"unsupported-language": shape({
		...measured,
		kind: oneOf(["unsupported-language"]),
		language: isString,
	}),
	"well-known-text": shape({ ...measured, kind: oneOf(["well-known-text"]) }),
	scored: isScored,
};

/** A verdict as `scoring/verdict.ts` defines it, with every number finite. */
export const isVerdict: Check<Verdict> = (value): value is Verdict =>
	Object.values(VERDICTS).some((check) => check(value));
