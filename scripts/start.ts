import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { type ExtensionBrowser, launch } from "./browser/launch.ts";
import { buildExtension } from "./build/extension.ts";
import { readOptions } from "./lib/options.ts";
import { main } from "./lib/plain-error.ts";
import { inRoot } from "./lib/root.ts";
import { userPath } from "./lib/user-path.ts";
import { checkPage } from "./start/check-page.ts";
import { print, savePicture, saveReport } from "./start/output.ts";
import { type Target, targetFor } from "./start/target.ts";

const USAGE =
	"Usage: npm start -- [--page FILE_OR_URL] [--headless] [--json OUT] [--screenshot PNG]";

const hasDisplay = (): boolean =>
	process.platform === "darwin" ||
	process.platform === "win32" ||
	Boolean(process.env.DISPLAY) ||
	Boolean(process.env.WAYLAND_DISPLAY);

const untilClosed = (browser: ExtensionBrowser): Promise<void> =>
	new Promise((resolve) => {
		browser.context.once("close", () => resolve());
		process.once("SIGINT", () => resolve());
	});

interface Show {
	readonly headless: boolean;
	/** Absolute paths of what to save. */
	readonly json: string | undefined;
	readonly screenshot: string | undefined;
}

async function show(
	target: Target,
	extension: string,
	{ headless, json, screenshot }: Show,
): Promise<void> {
	console.error("Building the extension …");
	await buildExtension({
		outDir: extension,
		hostPermissions: [target.permission],
	});
	console.error(`Starting Chromium${headless ? ", headless" : ""} …`);
	const browser = await launch({ extension, headless });
	try {
		console.error("Loading the model …");
		const checked = await checkPage(browser, target, (report) =>
			console.error(`Judged ${report.judged} of ${report.passages} passages`),
		);
		print(checked);
		if (json !== undefined) await saveReport(checked, json);
		if (screenshot !== undefined) await savePicture(checked, screenshot);
		if (headless) return;
		console.error("The browser stays open; close it or press Ctrl+C to end.");
		await untilClosed(browser);
	} finally {
		await browser.close();
	}
}

main(async () => {
	const { options } = readOptions(
		{
			page: "string",
			headless: "boolean",
			json: "string",
			screenshot: "string",
		},
		USAGE,
	);
	const headless = options.headless || !hasDisplay();
	const { json, screenshot = headless ? inRoot("out/page.png") : undefined } =
		options;
	const target = await targetFor(options.page);
	await mkdir(inRoot(".cache"), { recursive: true });
	// A folder of its own: two runs at once must not build over each other.
	const extension = await mkdtemp(inRoot(".cache/start-"));
	try {
		await show(target, extension, {
			headless,
			json: json && userPath(json),
			screenshot: screenshot && userPath(screenshot),
		});
		return 0;
	} finally {
		await target.close();
		await rm(extension, { recursive: true, force: true });
	}
});
