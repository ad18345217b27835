/** How a scored passage reads. `unclear` is an honest answer and is never painted as an accusation. */
export type Band = "human-like" | "unclear" | "machine-like";

/** A stretch of the passage with its own posterior probability of being machine-written. */
export interface Span {
	/** UTF-16 offsets [from, to) in the passage as it was given, before normalisation. */
	readonly from: number;
	readonly to: number;
	readonly probability: number;
}

/** A run of sentences that does not read human-like by itself. */
export interface Run {
	/** UTF-16 offsets [from, to) in the passage as it was given. */
	readonly from: number;
	readonly to: number;
	/** As of a passage that holds nothing else, corrected for the run's having been picked. */
	readonly pValue: number;
	/** True when the run is too short to be marked at any sensitivity. */
	readonly capped: boolean;
}

/** The named parts whose contributions add up to the fused score (logits). */
export const REASON_PARTS = [
	"evidence",
	"lexical",
	"log-probability",
	"length",
] as const;
export type ReasonPart = (typeof REASON_PARTS)[number];

/** One named part of the score. The interface words it; nothing here is in a human language. */
export interface Reason {
	readonly part: ReasonPart;
	readonly direction: "machine" | "human";
	/** Contribution to the fused score, in logits; its sign agrees with `direction`. */
	readonly weight: number;
	/** Share (0 to 1) of human passages of this length that read less machine-like in this part. */
	readonly percentile: number;
	/** Words or phrases of the passage that weighed most, as the page shows them; may be empty. */
	readonly examples: readonly string[];
}

/** Means over the passage's tokens; nats where the name is a log probability or an entropy. */
export interface Statistics {
	readonly meanLogProb: number;
	readonly meanLogRank: number;
	readonly meanEntropy: number;
	/** Mean surprisal over mean entropy (one-model Binoculars). */
	readonly ratio: number;
	/** Fast-DetectGPT curvature, analytic form. */
	readonly curvature: number;
	readonly perplexity: number;
	readonly lexicalLogit: number;
	readonly evidence: number;
	/** The fused score before calibration, in logits. */
	readonly score: number;
}

/** Characters that a reader does not see or that only look like others; kept apart from the probability. */
export interface HiddenCharacters {
	readonly zeroWidth: number;
	readonly direction: number;
	readonly lookAlike: number;
	readonly other: number;
}

export const NOT_PROSE_FORMS = [
	"code",
	"list",
	"menu",
	"table",
	"verse",
	"boilerplate",
	"quotation",
] as const;
export type NotProseForm = (typeof NOT_PROSE_FORMS)[number];

interface Measured {
	readonly words: number;
	readonly hidden: HiddenCharacters;
}

export interface Scored extends Measured {
	readonly kind: "scored";
	/** Calibrated probability (0 to 1) that the passage is machine-written. */
	readonly probability: number;
	/** Share (0 to 1) of human passages of this kind and length that read at least this machine-like. */
	readonly pValue: number;
	/** At normal sensitivity; `bandAt` gives it at another. */
	readonly band: Band;
	/** True when the passage is too short to be marked at any sensitivity. */
	readonly capped: boolean;
	readonly tokens: number;
	readonly spans: readonly Span[];
	/** The part that may be marked where the whole may not; `undefined` where none is even unclear by itself. */
	readonly run: Run | undefined;
	/** Strongest first. */
	readonly reasons: readonly Reason[];
	/** `undefined` where the language model did not have to read the passage. */
	readonly statistics: Statistics | undefined;
}

/** What the detector says of one passage. Only `scored` carries a probability. */
export type Verdict =
	| (Measured & { readonly kind: "too-short" })
	| (Measured & { readonly kind: "not-prose"; readonly form: NotProseForm })
	/** `language` is a BCP 47 tag, `und` when unknown. */
	| (Measured & {
			readonly kind: "unsupported-language";
			readonly language: string;
	  })
	| (Measured & { readonly kind: "well-known-text" })
	| Scored;

export type VerdictKind = Verdict["kind"];
