import type { Passage } from "./passages.ts";

/**
 * Text that is being written waits until it has rested this long: a chatbot's answer comes in steps of well under a
 * second, and a shorter rest would have the same text judged again and again.
 */
const REST_MS = 1500;
/** Texts that begin alike for this many characters are looked at closer. */
const HEAD_CHARACTERS = 40;
/** Text that shares this much of the shorter one's beginning is the same text, written on or edited near its end. */
const SHARE_KEPT = 0.5;
/** Where more went at once, the page has changed as a whole and nobody is writing. */
const MOST_GONE = 20;

export interface Holds {
	/** A reading found these where those were before. */
	readonly note: (change: {
		fresh: readonly Passage[];
		gone: readonly Passage[];
	}) => void;
	readonly isHeld: (passage: Passage) => boolean;
	/** Milliseconds until the last of them has rested; undefined when none is held. */
	readonly leftMs: () => number | undefined;
	readonly forget: () => void;
}

const headOf = ({ text }: Passage): string => text.slice(0, HEAD_CHARACTERS);

/** True when both begin alike for half of the shorter one. Posts that follow each other in one node do not. */
function isContinued(one: string, other: string): boolean {
	const shorter = Math.min(one.length, other.length);
	const length = Math.ceil(shorter * SHARE_KEPT);
	return one.slice(0, length) === other.slice(0, length);
}

/** True when the text was written on from one of those gone, or split off from it. */
const isWrittenOn = (fresh: Passage, gone: readonly Passage[]): boolean =>
	gone.some(
		(old) =>
			isContinued(old.text, fresh.text) || old.text.includes(headOf(fresh)),
	);

/** Knows which passages are being written right now. */
export function createHolds(now: () => number): Holds {
	const until = new Map<Passage, number>();
	const clean = (): void => {
		for (const [passage, end] of until) if (end <= now()) until.delete(passage);
	};
	return {
		note: ({ fresh, gone }) => {
			clean();
			const few = gone.length <= MOST_GONE;
			for (const passage of few ? fresh : []) {
				const same = gone.find(({ text }) => text === passage.text);
				const end =
					same !== undefined
						? until.get(same)
						: isWrittenOn(passage, gone)
							? now() + REST_MS
							: undefined;
				if (end !== undefined) until.set(passage, end);
			}
			for (const passage of gone) until.delete(passage);
		},
		isHeld: (passage) => (until.get(passage) ?? 0) > now(),
		leftMs: () => {
			clean();
			return until.size === 0 ? undefined : Math.max(...until.values()) - now();
		},
		forget: () => until.clear(),
	};
}
