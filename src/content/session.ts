import type { Verdict } from "../scoring/verdict.ts";
import { guard } from "../shared/guard.ts";
import type { MarkedArea } from "../shared/marked-area.ts";
import type { Measure, PageReport, PageStatus } from "../shared/messages.ts";
import type { Sensitivity } from "../shared/settings.ts";
import { createBook } from "./book.ts";
import type { Painter } from "./highlights.ts";
import { createHolds } from "./holds.ts";
import { createLosses } from "./losses.ts";
import { createMarks } from "./marks.ts";
import type { Passage, Reading } from "./passages.ts";
import { createQueue } from "./queue.ts";
import { createBreath } from "./reading/breathe.ts";
import { reconcile } from "./reconcile.ts";
import { measuresOf, reportOf, type Stand, standOf } from "./report.ts";
import { createScanner } from "./scanner.ts";
import { type CreateObserver, createSight } from "./sight.ts";
import type { StyleSheets } from "./style-sheets.ts";
import { wait } from "./wait.ts";
import { createWatch, type WatchEnvironment } from "./watch.ts";

/** Intersection observers report with the next frame; after this they have nothing to say. */
const SIGHT_MS = 60;

export interface SessionEnvironment {
	readonly document: Document;
	readonly read: (signal: AbortSignal) => Promise<Reading>;
	readonly judge: (texts: readonly string[]) => Promise<readonly Verdict[]>;
	readonly painter: Painter;
	readonly styleSheets: StyleSheets;
	readonly createSightObserver: CreateObserver;
	readonly watch: WatchEnvironment;
	readonly now: () => number;
	/** True while nobody looks at the page. */
	readonly resting: () => boolean;
	/** After anything that the status or the marks show may have changed. */
	readonly changed: () => void;
}

export interface Session {
	readonly status: () => PageStatus;
	readonly report: () => PageReport;
	/** The status and how far the page is judged. */
	readonly stand: () => Stand;
	/** Words and p-value of every passage. */
	readonly measures: () => readonly Measure[];
	readonly marked: () => readonly Passage[];
	readonly areaOf: (passage: Passage) => MarkedArea | undefined;
	readonly verdictOf: (passage: Passage) => Verdict | undefined;
	readonly sensitivity: () => Sensitivity;
	readonly setSensitivity: (sensitivity: Sensitivity) => void;
	/** The page may have changed in a way that no observer sees. */
	readonly glance: () => void;
	/** The page went to another address: what was there before no longer counts. */
	readonly restart: () => void;
	/** Goes on after a rest or a failure. `lost`: as in `Queue`. */
	readonly resume: (options?: { readonly lost: boolean }) => void;
}

/** Checks one document until the signal aborts: reads, queues, judges, paints, and follows its changes. */
export function createSession(
	environment: SessionEnvironment,
	sensitivity: Sensitivity,
	signal: AbortSignal,
): Session {
	const { document, painter, styleSheets, now, resting, changed } = environment;
	const book = createBook();
	const losses = createLosses(now);
	const holds = createHolds(now);
	const marks = createMarks({ book, painter, losses, now }, sensitivity);
	const scanner = createScanner(
		() => guard("reading the page", scan),
		{ now, resting },
		signal,
	);
	const watch = createWatch(
		environment.watch,
		(records) => {
			marks.breakOff(records);
			scanner.request();
		},
		signal,
	);
	const sight = createSight(
		environment.createSightObserver,
		{ moved: () => queue.wake(), revealed: scanner.request },
		signal,
	);
	const queue = createQueue(
		{
			judge: environment.judge,
			wanted: () => book.open().filter((passage) => !holds.isHeld(passage)),
			nearness: (passage) => sight.nearness(passage.element),
			resting,
			answered: (passage, verdict) => {
				book.enter(passage.text, verdict);
				sight.release(passage.element);
			},
			changed: () => show(),
			wait,
		},
		signal,
	);

	let painting = false;
	/** The page went to another address since it was last read. */
	let elsewhere = false;

	let disclosures: Reading["disclosures"] = [];

	function show(): void {
		painting = !marks.update();
		changed();
		if (painting) void wait(0, signal).then(() => !signal.aborted && show());
	}
	async function scan(): Promise<void> {
		const reading = await environment.read(signal).catch((error: unknown) => {
			if (!signal.aborted) throw error;
		});
		if (reading === undefined || signal.aborted) return;
		// Each of the steps takes some milliseconds on a page of thousands of passages.
		const breath = createBreath();
		await breath.pause();
		if (signal.aborted) return;
		disclosures = reading.disclosures ?? [];
		const { passages, fresh, gone } = reconcile(
			book.passages(),
			reading.passages,
		);
		book.replace(passages);
		if (elsewhere) book.prune();
		elsewhere = false;
		marks.drop(gone);
		holds.note({ fresh, gone });
		watch.roots([document, ...reading.shadowRoots]);
		styleSheets.adopt(reading.shadowRoots);
		await breath.pause();
		if (signal.aborted) return;
		sight.watch({
			shown: book.open().map((passage) => passage.element),
			hidden: reading.hidden,
		});
		await breath.pause();
		if (signal.aborted) return;
		show();
		// What is in view is known once the observers report; where nothing new is observed they stay silent.
		void wait(SIGHT_MS, signal).then(queue.wake);
		const held = holds.leftMs();
		// Timers may be a little early.
		if (held !== undefined)
			void wait(Math.ceil(held) + 1, signal).then(queue.wake);
	}
	const progress = () => ({
		book,
		marks,
		failure: queue.failure(),
		reading: scanner.pending() || painting,
		disclosures,
	});

	watch.roots([document]);
	scanner.now();
	return {
		status: () => standOf(progress()).status,
		report: () => reportOf(progress()),
		stand: () => standOf(progress()),
		measures: () => measuresOf(book, marks.areaOf),
		marked: marks.marked,
		areaOf: marks.areaOf,
		verdictOf: book.verdictOf,
		sensitivity: marks.sensitivity,
		setSensitivity: (next) => {
			marks.setSensitivity(next);
			show();
		},
		glance: scanner.glance,
		restart: () => {
			losses.forget();
			holds.forget();
			elsewhere = true;
			scanner.now();
		},
		resume: (options) => {
			scanner.wake();
			queue.retry(options);
		},
	};
}
