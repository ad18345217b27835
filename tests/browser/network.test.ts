import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { withExtensionPage } from "../../scripts/browser/ask.ts";
import { warmUp } from "../../scripts/browser/engine.ts";
import { checkAutomatically } from "../../scripts/browser/settings.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { judgedReport, openStage, openTab } from "./harness.ts";

interface NetLog {
	readonly events: readonly {
		readonly params?: { readonly url?: string; readonly initiator?: string };
	}[];
}

/** Chromium's own log of what went to its network stack, whichever context asked. */
const LOG = inRoot(".cache/tests/network.json");

test("nothing leaves the machine on behalf of the extension or the page", async () => {
	const stage = await openStage("network", [`--log-net-log=${LOG}`]);
	const seen: string[] = [];
	stage.browser.context.on("request", (request) => seen.push(request.url()));
	const { origin } = stage.browser;
	await checkAutomatically(stage.browser, "127.0.0.1");
	await warmUp(stage.browser);
	const tab = await openTab(stage.browser, `${stage.demo.origin}/`);
	await judgedReport(stage.browser, tab);
	// The control: a request of the extension's own must be in the log, or the log proves nothing.
	const control = `${stage.demo.origin}/control`;
	await withExtensionPage(stage.browser, (page) =>
		page
			.evaluate((url) => fetch(url).catch(() => undefined), control)
			.then(() => {}),
	);
	await stage.close();

	const isLocal = (url: string) =>
		["127.0.0.1", new URL(origin).hostname].includes(new URL(url).hostname) ||
		/^(?:data|blob|about):/.test(url);
	expect(seen.filter((url) => !isLocal(url))).toEqual([]);

	const log: NetLog = JSON.parse(await readFile(LOG, "utf8"));
	const asked = log.events.flatMap(({ params }) =>
		params?.url !== undefined &&
		/^(?:chrome-extension:|http:\/\/127\.0\.0\.1)/.test(params.initiator ?? "")
			? [params.url]
			: [],
	);
	expect(asked).toContain(control);
	expect(asked.filter((url) => !isLocal(url))).toEqual([]);
});
