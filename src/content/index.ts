import { browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { send } from "../shared/send.ts";
import { serve } from "../shared/serve.ts";
import { DEFAULTS } from "../shared/settings.ts";
import { settingsStore } from "../shared/settings-store.ts";
import { provideMessages } from "../shared/ui/i18n.ts";
import { watchAddress } from "./address.ts";
import { CARD_CSS } from "./card.css.ts";
import { createCard } from "./card.ts";
import { createExplain } from "./explain.ts";
import highlightsCss from "./highlights.css" with { type: "text" };
import { createPainter } from "./highlights.ts";
import { watchHints } from "./hints.ts";
import { watchLifecycle } from "./lifecycle.ts";
import { takeOver } from "./lifetime.ts";
import { isOwnElement } from "./own-host.ts";
import {
	caretAt,
	constructSheet,
	highlightEnvironment,
	navigationOf,
	readBody,
	treeStyle,
} from "./page-environment.ts";
import { watchPointer } from "./pointer.ts";
import { PROGRESS_CSS } from "./progress-note.css.ts";
import { createProgressNote } from "./progress-note.ts";
import { createReporter } from "./reporter.ts";
import { createSession } from "./session.ts";
import { createStyleSheets } from "./style-sheets.ts";

const life = takeOver(globalThis);
const { signal } = life;
provideMessages(browser.i18n);

/** False once the extension was updated or removed: this script is then an orphan and must leave no trace. */
const isOrphan = (): boolean => {
	try {
		return browser.runtime.id === undefined;
	} catch {
		return true;
	}
};
const endIfOrphan = (): boolean => {
	if (isOrphan()) life.abort();
	return signal.aborted;
};

const card = createCard({ document, style: treeStyle(CARD_CSS) }, signal);
const note = createProgressNote(
	{
		document,
		style: treeStyle(PROGRESS_CSS),
		now: () => performance.now(),
	},
	signal,
);
const address = watchAddress(
	{ url: () => location.href, navigation: navigationOf(globalThis) },
	onAddress,
	signal,
);
const { resting } = watchLifecycle(
	{ document, window: globalThis },
	({ kept }) => {
		if (endIfOrphan()) return;
		session.glance();
		session.resume({ lost: kept });
	},
	signal,
);
/** Messages of an orphan fail; it then ends without a word. */
const unlessOrphan = <T>(work: Promise<T>): Promise<T> =>
	work.finally(endIfOrphan);
const session = createSession(
	{
		document,
		read: readBody,
		judge: async (texts) =>
			(await unlessOrphan(send("background.judge", { texts }))).verdicts,
		painter: createPainter(highlightEnvironment(), signal),
		styleSheets: createStyleSheets(() => constructSheet(highlightsCss), signal),
		createSightObserver: (callback, options) =>
			new IntersectionObserver(callback, options),
		watch: {
			createObserver: (callback) =>
				new MutationObserver((records, observer) => {
					if (endIfOrphan()) return;
					address.check();
					callback(records, observer);
				}),
			isOwn: isOwnElement,
		},
		now: () => performance.now(),
		resting,
		changed: () => reporter.changed(),
	},
	DEFAULTS.sensitivity,
	signal,
);
const reporter = createReporter(
	() => {
		// A frame inside the page is a part of it, and too small for notes.
		const { status, words, left } = session.stand();
		const { state, marked } = status;
		if (globalThis.top === globalThis.self)
			note.update({ state, words, left, marked });
		return status;
	},
	(status) => unlessOrphan(send("background.page-status", status)),
	signal,
);
const explain = createExplain({
	card,
	caretAt: caretAt(session.marked),
	marked: session.marked,
	areaOf: session.areaOf,
	verdictOf: session.verdictOf,
	sensitivity: session.sensitivity,
});

function onAddress(): void {
	card.close();
	note.forget();
	session.restart();
}

function stop(): void {
	life.abort();
	const off = { state: "off", passages: 0, judged: 0, marked: 0 } as const;
	void guard("last status", () => send("background.page-status", off));
}

serve(
	"page",
	{
		"page.status": () => session.status(),
		"page.report": () => session.report(),
		"page.stop": () => {
			stop();
			return {};
		},
		"page.tell": () => {
			reporter.again();
			return {};
		},
		"page.measures": () => ({ passages: session.measures() }),
		"page.go": ({ to }) => explain.go(to),
		"page.sensitivity": ({ sensitivity }) => {
			session.setSensitivity(sensitivity);
			return {};
		},
		"page.show-selection": ({ verdict, text }) => {
			const selection = getSelection();
			if (selection !== null && selection.rangeCount > 0)
				explain.selection(selection.getRangeAt(0), verdict, text);
			return {};
		},
	},
	signal,
);

watchPointer(
	{
		target: document,
		isOwn: (event) =>
			event.target instanceof Node && isOwnElement(event.target),
	},
	(x, y) => {
		if (!endIfOrphan()) void guard("card", () => explain.at(x, y));
	},
	signal,
);
watchHints(
	document,
	() => {
		if (!endIfOrphan()) session.glance();
	},
	signal,
);
settingsStore.watch(
	({ sensitivity }) => session.setSensitivity(sensitivity),
	signal,
);
void guard("settings", async () => {
	const { sensitivity } = await settingsStore.read();
	if (!signal.aborted) session.setSensitivity(sensitivity);
});
