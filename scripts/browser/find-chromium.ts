import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { PlainError } from "../lib/plain-error.ts";
import { inRoot } from "../lib/root.ts";

/** Branded Chrome is missing on purpose: it no longer loads unpacked extensions from the command line. */
const NAMES = [
	"chromium",
	"chromium-browser",
	"google-chrome-for-testing",
	"chrome-for-testing",
];

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function onPath(): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return NAMES.flatMap((name) =>
		folders.map((folder) => join(folder, name)),
	).find(isExecutable);
}

/** The one that playwright-core fetched earlier. */
function fetched(): string | undefined {
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

/** Runs a command with its output on standard error; true when it succeeded. */
function succeeds(command: string, args: readonly string[]): boolean {
	const { status } = spawnSync(command, args, {
		cwd: inRoot(),
		stdio: ["ignore", 2, 2],
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	});
	return status === 0;
}

const isRoot = () => process.getuid?.() === 0;

function byApt(): string | undefined {
	const quiet = (command: string, args: readonly string[]) =>
		spawnSync(command, args, { stdio: "ignore" }).status === 0;
	if (!quiet("apt-get", ["--version"])) return undefined;
	const sudo = isRoot() ? [] : ["sudo", "-n"];
	if (!isRoot() && !quiet("sudo", ["-n", "true"])) return undefined;
	console.error("No Chromium found: installing Debian's package …");
	const apt = (...args: string[]) => {
		const [command = "apt-get", ...rest] = [...sudo, "apt-get", ...args];
		return succeeds(command, rest);
	};
	apt("update");
	if (!apt("install", "-y", "--no-install-recommends", "chromium"))
		return undefined;
	return onPath();
}

function byPlaywright(): string | undefined {
	console.error("Fetching the Chromium that belongs to playwright-core …");
	const cli = inRoot("node_modules/playwright-core/cli.js");
	const install = ["install", "chromium", "--no-shell"];
	if (isRoot()) install.push("--with-deps");
	return succeeds(process.execPath, [cli, ...install]) ? fetched() : undefined;
}

/**
 * Path of a Chromium that loads unpacked extensions, installed when there is none.
 * The environment variable CHROMIUM comes first.
 * @throws PlainError that says what to do.
 */
export function findChromium(): string {
	const chosen = process.env.CHROMIUM;
	if (chosen !== undefined && chosen !== "") {
		if (isExecutable(chosen)) return chosen;
		throw new PlainError(
			`CHROMIUM names ${chosen}, which is not a program that can be run.`,
		);
	}
	const found = onPath() ?? fetched() ?? byApt() ?? byPlaywright();
	if (found !== undefined) return found;
	throw new PlainError(
		"No Chromium was found and none could be installed. Install it (on Debian: sudo apt-get install chromium) or set CHROMIUM to the path of one. Google Chrome itself does not load unpacked extensions from the command line.",
	);
}
