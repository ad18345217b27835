import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type ExtensionBrowser, launch } from "./browser/launch.ts";
import { buildExtension } from "./build/extension.ts";
import { readOptions } from "./lib/options.ts";
import { main } from "./lib/plain-error.ts";
import { inRoot } from "./lib/root.ts";
import { userPath } from "./lib/user-path.ts";
import { type Checked, checkPage } from "./start/check-page.ts";
import { HEADING, passageLine } from "./start/lines.ts";
import { reportJson } from "./start/report.ts";
import { targetFor } from "./start/target.ts";

const USAGE =
	"Usage: npm start -- [--page FILE_OR_URL] [--headless] [--json OUT] [--screenshot PNG]";

const hasDisplay = (): boolean =>
	process.platform === "darwin" ||
	process.platform === "win32" ||
	Boolean(process.env.DISPLAY) ||
	Boolean(process.env.WAYLAND_DISPLAY);

function print({ report, timings, loadMs }: Checked): void {
	console.log(HEADING);
	for (const passage of report.passageReports)
		console.log(passageLine(passage));
	const { firstMarkMs, tokensPerSecond } = timings;
	console.log(
		`\n${report.marked} of ${report.passages} passages marked (●). Model loaded in ${(loadMs / 1000).toFixed(1)} s.`,
	);
	console.log(
		`Time to first mark: ${firstMarkMs === null ? "nothing marked" : `${(firstMarkMs / 1000).toFixed(2)} s after navigation`}. Speed: ${tokensPerSecond === null ? "nothing scored" : `${Math.round(tokensPerSecond)} tokens per second`}.`,
	);
}

async function save(checked: Checked, json: string, picture: string) {
	if (json !== "") {
		await mkdir(dirname(json), { recursive: true });
		await writeFile(json, reportJson(checked.report, checked.timings));
		console.log(`Report: ${json}`);
	}
	if (picture !== "") {
		await checked.page.evaluate(() => scrollTo(0, 0));
		await checked.page.screenshot({ path: picture, fullPage: true });
		console.log(`Screenshot: ${picture}`);
	}
}

const untilClosed = (browser: ExtensionBrowser): Promise<void> =>
	new Promise((resolve) => {
		browser.context.once("close", () => resolve());
		process.once("SIGINT", () => resolve());
	});

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
	const target = await targetFor(options.page);
	const extension = inRoot(".cache/start");
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
		const picture =
			options.screenshot === undefined && headless
				? inRoot("out/page.png")
				: options.screenshot === undefined
					? ""
					: userPath(options.screenshot);
		await save(
			checked,
			options.json === undefined ? "" : userPath(options.json),
			picture,
		);
		if (!headless) {
			console.error("The browser stays open; close it or press Ctrl+C to end.");
			await untilClosed(browser);
		}
		return 0;
	} finally {
		await browser.close();
		await target.close();
	}
});
