import { type BrowserContext, chromium, type Worker } from "playwright-core";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import { findChromium } from "./find-chromium.ts";

/** The service worker starts with the browser; a loaded machine takes its time. */
const WORKER_LIMIT_MS = 30_000;
const EXTENSIONS = "chrome-extension://";
/** Playwright then makes one and deletes it at the end, also after Ctrl+C. */
const FRESH_PROFILE = "";

export interface ExtensionBrowser {
	readonly context: BrowserContext;
	/** The extension's service worker as it is now; it may have been stopped and started again. */
	worker(): Promise<Worker>;
	/** `chrome-extension://ID`, without a slash at the end. */
	readonly origin: string;
	/** Ends the browser and deletes its profile. */
	close(): Promise<void>;
}

export interface LaunchRequest {
	/** Absolute path of a built extension. */
	readonly extension: string;
	readonly headless: boolean;
	/** Chromium switches besides those that load the extension. */
	readonly args?: readonly string[];
	readonly darkMode?: boolean;
	/** Keep pages whole to go back to, as users' browsers do. Off by default: the driver switches it off. */
	readonly backForwardCache?: boolean;
}

/** The newest there is: one that is about to end may be listed beside it, and so may those of the browser's own extensions. */
async function workerOf(
	context: BrowserContext,
	origin: string,
): Promise<Worker> {
	const isOurs = (worker: Worker): boolean => worker.url().startsWith(origin);
	return (
		context.serviceWorkers().findLast(isOurs) ??
		(await context.waitForEvent("serviceworker", {
			predicate: isOurs,
			timeout: WORKER_LIMIT_MS,
		}))
	);
}

async function open(request: LaunchRequest): Promise<BrowserContext> {
	const { extension, headless, args = [] } = request;
	const { darkMode = false, backForwardCache = false } = request;
	try {
		return await chromium.launchPersistentContext(FRESH_PROFILE, {
			executablePath: findChromium(),
			headless,
			viewport: headless ? { width: 1280, height: 900 } : null,
			...(backForwardCache
				? { ignoreDefaultArgs: ["--disable-back-forward-cache"] }
				: {}),
			colorScheme: darkMode ? "dark" : "light",
			args: [
				`--disable-extensions-except=${extension}`,
				`--load-extension=${extension}`,
				...args,
			],
		});
	} catch (cause) {
		if (cause instanceof PlainError) throw cause;
		throw new PlainError(`Chromium did not start: ${firstLine(cause)}`, {
			cause,
		});
	}
}

/**
 * Starts Chromium with a fresh profile and the extension loaded.
 * @throws PlainError when the browser or the extension does not start.
 */
export async function launch(
	request: LaunchRequest,
): Promise<ExtensionBrowser> {
	const context = await open(request);
	const close = () => context.close();
	try {
		const first = await workerOf(context, EXTENSIONS);
		const origin = `${EXTENSIONS}${new URL(first.url()).host}`;
		const worker = () => workerOf(context, origin);
		return { context, worker, origin, close };
	} catch (cause) {
		await close();
		throw new PlainError(
			"Chromium started, but the extension did not: is this a branded Chrome, which ignores unpacked extensions?",
			{ cause },
		);
	}
}
