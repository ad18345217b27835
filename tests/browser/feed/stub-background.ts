import { startTab } from "../../../src/background/check-tab.ts";
import { browser } from "../../../src/shared/browser.ts";
import { send } from "../../../src/shared/send.ts";
import { serve } from "../../../src/shared/serve.ts";
import { verdictOn } from "../../content/fakes.ts";

/** Takes the background's place: judges by a word, in the time that a fast engine needs, and remembers what was asked. */
const MS_PER_TEXT = 40;

const judged: string[] = [];
const idle = { state: "idle" } as const;

serve("background", {
	"background.judge": async ({ texts }) => {
		await new Promise((resolve) =>
			setTimeout(resolve, MS_PER_TEXT * texts.length),
		);
		judged.push(...texts);
		return { verdicts: texts.map(verdictOn) };
	},
	"background.engine-status": () => idle,
	"background.warm-up": () => idle,
	"background.page-status": () => ({}),
	"background.start-here": () => ({}),
	"background.check-tab": () => ({}),
	"background.frames": () => ({ frames: [] }),
	"background.go": () => ({ index: 0, of: 0 }),
	"background.settings-changed": () => ({}),
});

/** For the test, which runs in the worker by way of the debugger. */
Reflect.set(globalThis, "stub", {
	start: (tabId: number) =>
		startTab({ scripting: browser.scripting, send }, tabId),
	stop: (tabId: number) => send("page.stop", {}, { tabId }),
	reload: () => browser.runtime.reload(),
	judged,
});
