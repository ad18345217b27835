import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bidi, connectBidi } from "./bidi.ts";

const NAMES = ["firefox", "firefox-esr"];
/** The first versions cannot install an extension over the connection. */
const OLDEST = 140;
const START_MS = 60_000;
const ID = "telltale@telltale.invalid";
/** Firefox gives each installed extension an address by chance; a test must know it. */
const UUID = "7e11a1e0-0000-4000-8000-000000000001";

const versionOf = (name: string): number => {
	const { stdout } = spawnSync(name, ["--version"], { encoding: "utf8" });
	return Number(/ (\d+)\./.exec(stdout ?? "")?.[1] ?? 0);
};

/** A Firefox that is new enough; undefined where there is none. */
export const findFirefox = (): string | undefined =>
	NAMES.find((name) => versionOf(name) >= OLDEST);

const preferences = (): string => {
	const uuids = JSON.stringify(JSON.stringify({ [ID]: UUID }));
	return [
		`user_pref("extensions.webextensions.uuids", ${uuids});`,
		'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
		'user_pref("app.normandy.enabled", false);',
		'user_pref("browser.shell.checkDefaultBrowser", false);',
	].join("\n");
};

/** The address for the connection, as Firefox prints it. */
function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = "";
		const late = setTimeout(
			() => reject(new Error(`Firefox did not start: ${said}`)),
			START_MS,
		);
		child.stderr?.on("data", (data) => {
			said += String(data);
			const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
			if (found === undefined) return;
			clearTimeout(late);
			resolve(found);
		});
		child.once("error", reject);
	});
}

export interface Firefox {
	readonly bidi: Bidi;
	/** `moz-extension://…`, without a slash at the end. */
	readonly origin: string;
	readonly close: () => Promise<void>;
}

/** Starts Firefox without a window, with a fresh profile and the extension in it. */
export async function launchFirefox(
	program: string,
	extension: string,
): Promise<Firefox> {
	const profile = await mkdtemp(join(tmpdir(), "telltale-firefox-"));
	await writeFile(join(profile, "user.js"), preferences());
	const child = spawn(
		program,
		[
			"--headless",
			"--profile",
			profile,
			"--remote-debugging-port=0",
			// Without it no page of an extension can be opened.
			"--remote-allow-system-access",
		],
		{ stdio: ["ignore", "ignore", "pipe"] },
	);
	const ended = new Promise((resolve) => child.once("exit", resolve));
	const end = async (): Promise<void> => {
		child.kill();
		await ended;
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const bidi = await connectBidi(await addressOf(child));
		await bidi.send("webExtension.install", {
			extensionData: { type: "path", path: extension },
		});
		const close = (): Promise<void> => {
			bidi.close();
			return end();
		};
		return { bidi, origin: `moz-extension://${UUID}`, close };
	} catch (error) {
		await end();
		throw error;
	}
}
