import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { inRoot } from "../lib/root.ts";
import type { Tally } from "./tally.ts";

/** Runs a program of an installed package with its output passed through; true when it exits with 0. */
function succeeds(script: string, args: readonly string[]): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [inRoot(script), ...args], {
			cwd: inRoot(),
			stdio: ["ignore", "inherit", "inherit"],
		});
		child.once("error", () => resolve(false));
		child.once("exit", (code) => resolve(code === 0));
	});
}

/** A step that is one check: it passes when the program exits with 0. */
export async function checkStep(
	script: string,
	args: readonly string[],
): Promise<Tally> {
	const passed = await succeeds(script, args);
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	/** Files, and groups inside them, with a failure; a file that does not even load has no tests. */
	readonly testResults: readonly {
		readonly status: string;
		readonly assertionResults: readonly unknown[];
	}[];
}

/** Runs one Vitest project; files that fail to load count as one failure each. */
export async function vitestStep(project: string): Promise<Tally> {
	const reportFile = inRoot(`.cache/tests/${project}.json`);
	await mkdir(inRoot(".cache/tests"), { recursive: true });
	await rm(reportFile, { force: true });
	const succeeded = await succeeds("node_modules/vitest/vitest.mjs", [
		"run",
		`--project=${project}`,
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${reportFile}`,
	]);
	const report: VitestReport | undefined = await readFile(reportFile, "utf8")
		.then((text) => JSON.parse(text))
		.catch(() => undefined);
	if (report === undefined) return { passed: 0, failed: 1 };
	const unloadable = report.testResults.filter(
		({ status, assertionResults }) =>
			status === "failed" && assertionResults.length === 0,
	).length;
	const failed = report.numFailedTests + unloadable;
	return {
		passed: report.numPassedTests,
		failed: succeeded ? failed : Math.max(1, failed),
	};
}
