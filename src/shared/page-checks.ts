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
import { MAX_DISCLOSURE_UNITS, MAX_DISCLOSURES } from "./limits.ts";
import {
	type Answer,
	DISCLOSURE_KINDS,
	type Disclosure,
	FAILURES,
	type Measure,
	type PageReport,
	type PageStatus,
	type PassageReport,
	type Turn,
	type Unmarked,
} from "./messages.ts";
import { isSpan, isVerdict } from "./verdict-check.ts";

const isTurn = shape<Turn>({
	after: isCount,
	of: isCount,
	to: oneOf(["human-like", "machine-like"]),
});
const isDisclosure = shape<Disclosure>({
	kind: oneOf(DISCLOSURE_KINDS),
	text: (value): value is string =>
		isString(value) && value.length <= MAX_DISCLOSURE_UNITS,
});
const hasDisclosures = listOf(isDisclosure);
const isDisclosures: Check<readonly Disclosure[]> = (
	value,
): value is readonly Disclosure[] =>
	hasDisclosures(value) && value.length <= MAX_DISCLOSURES;

const isUnmarked = shape<Unmarked>({
	unclear: isCount,
	humanLike: isCount,
	unscored: isCount,
});

const pageStatus = {
	state: oneOf(["off", "checking", "done", "failed"]),
	failure: optional(oneOf(FAILURES)),
	passages: isCount,
	judged: isCount,
	marked: isCount,
	inPart: optional(isCount),
	unmarked: optional(isUnmarked),
	turn: optional(isTurn),
	disclosures: optional(isDisclosures),
} as const;
export const isPageStatus = shape<PageStatus>(pageStatus);

const isPassageReport = shape<PassageReport>({
	text: isString,
	verdict: optional(isVerdict),
	marked: isBoolean,
	part: optional(shape({ from: isCount, to: isCount })),
	spans: listOf(isSpan),
});
export const isPageReport = shape<PageReport>({
	...pageStatus,
	passageReports: listOf(isPassageReport),
	firstMarkMs: optional(isNumber),
});

export const isMeasures = shape<Answer<"page.measures">>({
	passages: listOf(
		shape<Measure>({ words: isCount, pValue: optional(isShare) }),
	),
});
