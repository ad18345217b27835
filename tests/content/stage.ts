import { expect, vi } from "vitest";
import {
	createPainter,
	HIGHLIGHT_NAMES,
} from "../../src/content/highlights.ts";
import {
	createSession,
	type SessionEnvironment,
} from "../../src/content/session.ts";
import type { Sensitivity } from "../../src/shared/settings.ts";
import { everythingInView, FakeHighlight, verdictOn } from "./fakes.ts";
import { readDocument } from "./read.ts";

/** Limits, not delays: a busy machine takes its time. */
export const PATIENCE = { timeout: 10_000, interval: 10 };

/** A session on the test's document, with the engine and the browser's painting replaced. */
export function openSession(
	changes: Partial<SessionEnvironment> = {},
	sensitivity: Sensitivity = "normal",
) {
	const life = new AbortController();
	const registry = new Map<string, Highlight>();
	const judged: string[] = [];
	const environment: SessionEnvironment = {
		document,
		read: (signal) => readDocument(window, signal),
		judge: async (texts) => {
			judged.push(...texts);
			return texts.map(verdictOn);
		},
		painter: createPainter(
			{
				registry: registry as unknown as HighlightRegistry,
				createHighlight: () => new FakeHighlight() as unknown as Highlight,
				shadeBehind: () => "light",
			},
			life.signal,
		),
		styleSheets: { adopt: () => {} },
		createSightObserver: everythingInView,
		watch: {
			createObserver: (callback) => new MutationObserver(callback),
			isOwn: () => false,
		},
		now: () => performance.now(),
		resting: () => false,
		changed: () => {},
		...changes,
	};
	const session = createSession(environment, sensitivity, life.signal);
	const done = async (): Promise<void> => {
		// Changes made just now are reported to observers first.
		await new Promise((resolve) => setTimeout(resolve, 0));
		await vi.waitFor(
			() => expect(session.status().state).toBe("done"),
			PATIENCE,
		);
	};
	/** Text under marks, whole passages only. */
	const painted = (): string[] => {
		const ranges = [
			...((registry.get("telltale-passage") ?? []) as Iterable<Range>),
		];
		return ranges.map((range) => range.toString().replace(/\s+/g, " ").trim());
	};
	const ours = (): string[] =>
		HIGHLIGHT_NAMES.filter((name) => registry.has(name));
	return { life, registry, judged, session, done, painted, ours };
}
