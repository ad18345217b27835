import { browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { send } from "../shared/send.ts";
import { serve } from "../shared/serve.ts";
import { settingsStore } from "../shared/settings-store.ts";
import { showBadge } from "./badge.ts";
import { startFrame, startTab, stopTab } from "./check-tab.ts";
import { runCommand } from "./commands.ts";
import { engineHost } from "./engine-host.ts";
import { followPage } from "./follow-page.ts";
import { judgeWith } from "./judge.ts";
import { liveFrames } from "./live-frames.ts";
import { checkSelection, createMenus } from "./menus.ts";
import { followInOpenTabs } from "./open-tabs.ts";
import { type FrameStatuses, pageCounts } from "./page-counts.ts";
import { createRegistration } from "./registration.ts";
import { sessionVerdicts } from "./session-verdicts.ts";
import { forgetWalk, walkMarks } from "./walk-marks.ts";

/** Entry of the background. It may end at any moment: listeners are added at once, and nothing lives only here. */
const {
	action,
	commands,
	contextMenus,
	permissions,
	runtime,
	scripting,
	storage,
	tabs,
} = browser;
const forever = new AbortController().signal;

const engine = engineHost(browser, send);
const judge = judgeWith(engine, sessionVerdicts(storage.session));
const counts = pageCounts(storage.session);
const show = (tabId: number, frames: FrameStatuses): Promise<void> =>
	showBadge(action, tabId, frames);
const start = (tabId: number): Promise<void> =>
	startTab({ scripting, send }, tabId);
const stop = (tabId: number): Promise<void> => stopTab(send, tabId);
const framesOf = (tabId: number) => liveFrames({ send, counts, show }, tabId);
const go = (tabId: number, to: "next" | "previous") =>
	walkMarks({ send, framesOf, session: storage.session }, tabId, to);
const register = createRegistration({
	scripting,
	permissions,
	store: settingsStore,
	onChange: (before, after) =>
		followInOpenTabs({ tabs, start, stop }, { before, after }),
});
const reregister = (): void => void guard("registration", register);

serve("background", {
	"background.judge": async ({ texts }) => ({ verdicts: await judge(texts) }),
	"background.engine-status": () => engine.status(),
	"background.warm-up": () => engine.warmUp(),
	"background.page-status": async (status, { tabId, frameId = 0 }) => {
		if (tabId !== undefined)
			await show(tabId, await counts.report(tabId, frameId, status));
		return {};
	},
	"background.start-here": async (_ask, from) => {
		await startFrame(scripting, from);
		return {};
	},
	"background.check-tab": async ({ tabId, on }) => {
		await (on ? start(tabId) : stop(tabId));
		return {};
	},
	"background.frames": async ({ tabId }) => ({
		frames: await framesOf(tabId),
	}),
	"background.go": ({ tabId, to }) => go(tabId, to),
	"background.settings-changed": async () => {
		await register();
		return {};
	},
});

contextMenus.onClicked.addListener((info, tab) => {
	const seams = {
		send,
		judge,
		session: storage.session,
		tabs,
		getURL: runtime.getURL,
	};
	void guard("selection", () => checkSelection(seams, info, tab));
});
commands.onCommand.addListener((command, tab) => {
	const tabId = tab?.id;
	if (tabId === undefined) return;
	void guard(command, () =>
		runCommand({ send, start, stop, go }, command, tabId),
	);
});
tabs.onUpdated.addListener((tabId, { status }) => {
	if (status === "loading")
		void guard("forget page", () => counts.forget(tabId));
	if (status === "complete")
		void guard("page again", () => followPage(send, tabId));
});
tabs.onRemoved.addListener((tabId) => {
	void guard("forget tab", () => counts.forget(tabId));
	void guard("forget walk", () => forgetWalk(storage.session, tabId));
});
permissions.onAdded.addListener(reregister);
permissions.onRemoved.addListener(reregister);
settingsStore.watch(reregister, forever);
runtime.onStartup.addListener(reregister);
runtime.onInstalled.addListener(({ reason }) => {
	reregister();
	void guard("menus", () => createMenus(browser));
	if (reason === "install")
		void guard("welcome", () => tabs.create({ url: "/welcome/index.html" }));
});
