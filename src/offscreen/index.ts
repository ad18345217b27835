import { createEngine } from "../shared/engine-host/create-engine.ts";
import { guard } from "../shared/guard.ts";
import { send } from "../shared/send.ts";
import { serve } from "../shared/serve.ts";

/** Entry of the engine's host in Chrome: a page without a window, because a service worker cannot start workers. */
const engine = createEngine({
	spawn: () => new Worker("../engine/worker.js", { type: "module" }),
	onStatus: (status) =>
		void guard("engine status", () => send("pages.engine-status", status)),
	now: () => performance.now(),
});

serve("engine", {
	"engine.judge": async ({ texts }) => ({
		verdicts: await engine.judge(texts),
	}),
	"engine.status": () => engine.status(),
	"engine.warm-up": () => engine.warmUp(),
});
