import type { Span, Verdict } from "../scoring/verdict.ts";
import type { Sensitivity, Settings } from "./settings.ts";

/** Why a request could not be answered; the interface turns each into a sentence with what to do. */
export const FAILURES = [
	"model-missing",
	"model-damaged",
	"out-of-memory",
	"no-webassembly",
	"engine-stopped",
	"bad-request",
	"no-permission",
	"unknown",
] as const;
export type Failure = (typeof FAILURES)[number];

export type EngineStatus =
	| { readonly state: "idle" }
	| { readonly state: "loading"; readonly progress: number }
	| {
			readonly state: "ready";
			readonly tokensScored: number;
			readonly busyMs: number;
			readonly loadMs: number;
	  }
	| { readonly state: "failed"; readonly failure: Failure };

/** The writing of the page's longest text changes after paragraph `after` of `of`. */
export type Turn = {
	readonly after: number;
	readonly of: number;
	/** How the rest reads; what comes before reads the other way. */
	readonly to: "human-like" | "machine-like";
};

/** How a page says of itself that a machine wrote its text, or helped. */
export const DISCLOSURE_KINDS = [
	/** IPTC or schema.org `digitalSourceType`; `text` is the term. */
	"source-type",
	/** A meta element made for this. */
	"declared",
	/** A writing program named as the generator. */
	"generator",
	/** A line that readers see. */
	"label",
] as const;
export type Disclosure = {
	readonly kind: (typeof DISCLOSURE_KINDS)[number];
	/** The page's own words, never to be trusted; at most 200 characters. */
	readonly text: string;
};

export type Unmarked = {
	readonly unclear: number;
	readonly humanLike: number;
	/** Too short, no prose, another language, known by heart. */
	readonly unscored: number;
};

export type PageStatus = {
	readonly state: "off" | "checking" | "done" | "failed";
	readonly failure?: Failure;
	readonly passages: number;
	readonly judged: number;
	readonly marked: number;
	/** Of those marked, the ones of which only a part is; absent where there are none. */
	readonly inPart?: number | undefined;
	/** Of those judged, the ones that are not marked, at the sensitivity in force. */
	readonly unmarked?: Unmarked | undefined;
	readonly turn?: Turn | undefined;
	/** What the page says of itself; absent where it says nothing. */
	readonly disclosures?: readonly Disclosure[] | undefined;
};

/** What one frame of a page said last; frame 0 is the page itself. */
export type FrameStatus = {
	readonly frameId: number;
	readonly status: PageStatus;
};

export type PassageReport = {
	readonly text: string;
	readonly verdict: Verdict | undefined;
	readonly marked: boolean;
	/** All of it that is marked, where that is not the whole; offsets into `text`. */
	readonly part?: { readonly from: number; readonly to: number } | undefined;
	/** Offsets into `text`; of a marked passage only what is marked. */
	readonly spans: readonly Span[];
};

export type PageReport = PageStatus & {
	readonly passageReports: readonly PassageReport[];
	/** Milliseconds from navigation start to the first painted mark. */
	readonly firstMarkMs: number | undefined;
};

export type Measure = {
	readonly words: number;
	readonly pValue?: number | undefined;
};

/**
 * Every message between contexts: receiver, ask and answer.
 * `background` and `engine` are the extension's own; `page` is the content script of one frame;
 * `viewer` is the extension's own page that shows documents;
 * `pages` reaches whatever interface pages are open and is never answered.
 */
export type Contract = {
	/** Content script, popup, menu → background. */
	"background.judge": {
		ask: { texts: readonly string[] };
		answer: { verdicts: readonly Verdict[] };
	};
	"background.engine-status": {
		ask: Record<never, never>;
		answer: EngineStatus;
	};
	/** Loads the model now; also the retry after a failure. */
	"background.warm-up": { ask: Record<never, never>; answer: EngineStatus };
	/** Content script → background: counts for the badge. */
	"background.page-status": { ask: PageStatus; answer: Record<never, never> };
	/** Starter → background: bring the content script into this frame. */
	"background.start-here": {
		ask: Record<never, never>;
		answer: Record<never, never>;
	};
	/** Popup → background: check or stop the page in that tab, once. */
	"background.check-tab": {
		ask: { tabId: number; on: boolean };
		answer: Record<never, never>;
	};
	/** Popup → background: all frames of that tab in which the content script runs, the page itself first. */
	"background.frames": {
		ask: { tabId: number };
		answer: { frames: readonly FrameStatus[] };
	};
	/** Popup → background: show the next or previous mark, through all frames. `index` counts from 0. */
	"background.go": {
		ask: { tabId: number; to: "next" | "previous" };
		answer: { index: number; of: number };
	};
	/** Welcome, options → background: permissions are granted already, make registrations match. */
	"background.settings-changed": {
		ask: Record<never, never>;
		answer: Record<never, never>;
	};
	/** Background → engine host (offscreen document). */
	"engine.judge": {
		ask: { texts: readonly string[] };
		answer: { verdicts: readonly Verdict[] };
	};
	"engine.status": { ask: Record<never, never>; answer: EngineStatus };
	"engine.warm-up": { ask: Record<never, never>; answer: EngineStatus };
	/** Background, popup → content script. */
	"page.status": { ask: Record<never, never>; answer: PageStatus };
	"page.report": { ask: Record<never, never>; answer: PageReport };
	"page.stop": { ask: Record<never, never>; answer: Record<never, never> };
	/** Tell the background the status again. */
	"page.tell": { ask: Record<never, never>; answer: Record<never, never> };
	/** Words and p-value of every passage; no p-value where it was not scored. */
	"page.measures": {
		ask: Record<never, never>;
		answer: { passages: readonly Measure[] };
	};
	/** `index` counts from 0; -1 past the last or first mark of the frame, where the next ask begins anew. */
	"page.go": {
		ask: { to: "next" | "previous" };
		answer: { index: number; of: number };
	};
	"page.sensitivity": {
		ask: { sensitivity: Sensitivity };
		answer: Record<never, never>;
	};
	/** Selected text was judged: show it in a card at the selection. */
	"page.show-selection": {
		ask: { verdict: Verdict; text: string };
		answer: Record<never, never>;
	};
	/** Background → viewer: check the page now; nobody can inject a script into it. */
	"viewer.check": { ask: Record<never, never>; answer: Record<never, never> };
	/** Engine host → interface pages. */
	"pages.engine-status": { ask: EngineStatus; answer: Record<never, never> };
};
export type MessageName = keyof Contract;
export type Ask<N extends MessageName> = Contract[N]["ask"];
export type Answer<N extends MessageName> = Contract[N]["answer"];

export type SettingsSnapshot = Settings;
