import { build } from "esbuild";
import {
	type ExtensionBrowser,
	launch,
} from "../../../scripts/browser/launch.ts";
import type { FileServer } from "../../../scripts/browser/serve-files.ts";
import { serveFiles } from "../../../scripts/browser/serve-files.ts";
import { buildExtension } from "../../../scripts/build/extension.ts";
import { inRoot } from "../../../scripts/lib/root.ts";

/** What `stub-background.ts` leaves in the worker's global scope. */
interface Stub {
	readonly start: (tabId: number) => Promise<void>;
	readonly stop: (tabId: number) => Promise<unknown>;
	readonly reload: () => void;
	readonly judged: readonly string[];
}
/** In the functions below that run inside the worker. */
declare const stub: Stub;

/** What `feed.js` leaves in the page's global scope. */
export interface FeedPage {
	readonly go: (route: string, count: number) => void;
	readonly glide: (pixelsPerSecond: number, ms: number) => Promise<void>;
	readonly ourRanges: () => Range[];
	readonly textsOf: (route: string, index: number) => string[];
	readonly seen: {
		/** Text under marks that covered no whole paragraph of a machine-written post. */
		readonly wrong: readonly string[];
		/** Ranges without text or outside the page. */
		readonly leaked: number;
		readonly frames: number;
		/** Posts that were wholly in view for two seconds, and those of them that should have had their mark then. */
		readonly stayed: readonly number[];
		readonly late: readonly number[];
	};
}

export interface FeedStage {
	readonly browser: ExtensionBrowser;
	readonly server: FileServer;
	readonly start: (tabId: number) => Promise<void>;
	readonly stop: (tabId: number) => Promise<void>;
	/** Every text the page asked about, in order, repeated ones too. */
	readonly judged: () => Promise<readonly string[]>;
	/** Updates the extension: its scripts in open pages are orphans from then on. */
	readonly reload: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** The real content script in a real browser, with a background that judges at once. */
export async function openFeedStage(): Promise<FeedStage> {
	const extension = inRoot(".cache/tests/feed");
	await buildExtension({
		outDir: extension,
		hostPermissions: ["*://127.0.0.1/*"],
	});
	await build({
		absWorkingDir: inRoot(),
		entryPoints: ["tests/browser/feed/stub-background.ts"],
		outfile: `${extension}/background/index.js`,
		bundle: true,
		format: "esm",
		logLevel: "warning",
	});
	const server = await serveFiles(inRoot("tests/browser/feed"));
	const browser = await launch({
		extension,
		headless: true,
		backForwardCache: true,
	});
	const worker = () => browser.worker();
	return {
		browser,
		server,
		start: async (tabId) =>
			(await worker()).evaluate((id) => stub.start(id), tabId),
		stop: async (tabId) => {
			await (await worker()).evaluate((id) => stub.stop(id), tabId);
		},
		judged: async () => (await worker()).evaluate(() => stub.judged),
		reload: async () => {
			// The worker goes with it and does not answer.
			(await worker()).evaluate(() => stub.reload()).catch(() => undefined);
		},
		close: async () => {
			await browser.close();
			await server.close();
		},
	};
}
