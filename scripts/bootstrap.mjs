// Plain Node without dependencies: this runs before anything is installed.
// Use: node scripts/bootstrap.mjs SCRIPT.ts [ARGUMENT…]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node that the build and the tests run on. */
const OLDEST_NODE = [20, 19];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor))
		return;
	fail(
		`Telltale needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
	);
}

/** @returns {Record<string, {version?: string, optional?: boolean, os?: string[], cpu?: string[]}>} */
function packagesIn(lockFile) {
	return JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
}

/** Why the installed packages do not fit the lock file; undefined when they do. */
function whyInstall() {
	// npm writes this copy of what it installed after the last package is in place.
	const installedLock = join(root, "node_modules", ".package-lock.json");
	if (!existsSync(installedLock)) return "The packages are not installed yet";
	const installed = packagesIn(installedLock);
	const wanted = packagesIn(join(root, "package-lock.json"));
	for (const [path, { version, optional }] of Object.entries(wanted)) {
		if (path === "") continue;
		const found = installed[path];
		// Packages for other systems are optional and absent.
		if (found === undefined && optional === true) continue;
		if (found?.version !== version || !existsSync(join(root, path)))
			return "The installed packages differ from package-lock.json";
	}
	return undefined;
}

function install() {
	const reason = whyInstall();
	if (reason === undefined) return;
	console.error(`${reason}: running npm ci …`);
	const npm = process.platform === "win32" ? "npm.cmd" : "npm";
	const { status, error } = spawnSync(npm, ["ci"], {
		cwd: root,
		// Standard output belongs to the script that follows.
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (error !== undefined)
		fail(`npm could not be started (${error.message}). Is it on the PATH?`);
	if (status !== 0)
		fail(
			"npm ci failed; its reason stands above. Is the package registry reachable?",
		);
}

function run(script, args) {
	const child = spawn(
		process.execPath,
		["--import", "tsx", join(root, script), ...args],
		{
			cwd: root,
			stdio: "inherit",
		},
	);
	// The terminal sends Ctrl+C to both: the script decides how it ends.
	process.on("SIGINT", () => {});
	process.on("SIGTERM", () => child.kill("SIGTERM"));
	child.on("error", (error) =>
		fail(`${script} could not be started: ${error.message}`),
	);
	child.on("exit", (code, signal) =>
		process.exit(signal === null ? (code ?? 1) : 1),
	);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined)
	fail("Usage: node scripts/bootstrap.mjs SCRIPT.ts [ARGUMENT…]");
checkNode();
install();
run(script, args);
