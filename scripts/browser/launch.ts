import { type BrowserContext, chromium, type Worker } from "playwright-core";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import { findChromium } from "./find-chromium.ts";

/** The service worker starts with the browser; a loaded machine takes its time. */
const WORKER_LIMIT_MS = 30_000;
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

async function workerOf(context: BrowserContext): Promise<Worker> {
	const [running] = context.serviceWorkers();
	return (
		running ??
		(await context.waitForEvent("serviceworker", { timeout: WORKER_LIMIT_MS }))
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
		const worker = await workerOf(context);
		const origin = `chrome-extension://${new URL(worker.url()).host}`;
		return { context, worker: () => workerOf(context), origin, close };
	} catch (cause) {
		await close();
		throw new PlainError(
			"Chromium started, but the extension did not: is this a branded Chrome, which ignores unpacked extensions?",
			{ cause },
		);
	}
}
