import { findChromium } from "./browser/find-chromium.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { checkStep, vitestStep } from "./test/steps.ts";
import { sum, summaryLine, type Tally } from "./test/tally.ts";

/** Every step runs, also after a failure: one run shows all that is wrong. */
const STEPS: readonly {
	readonly name: string;
	readonly run: () => Promise<Tally>;
}[] = [
	{
		name: "Types",
		run: () => checkStep("node_modules/typescript/bin/tsc", ["--noEmit"]),
	},
	{
		name: "Lint",
		run: () => checkStep("node_modules/@biomejs/biome/bin/biome", ["check"]),
	},
	{
		name: "Build",
		run: () => checkStep("scripts/bootstrap.mjs", ["scripts/build.ts"]),
	},
	{ name: "Unit tests", run: () => vitestStep("unit") },
	{ name: "Browser tests", run: () => vitestStep("browser") },
];

/** Finds or installs the browser first, so that the tests need not wait for it; they fail if there is none. */
function announceChromium(): void {
	try {
		console.log(`Chromium: ${findChromium()}`);
	} catch (error) {
		console.error(error instanceof PlainError ? error.message : error);
	}
}

main(async () => {
	announceChromium();
	const tallies: Tally[] = [];
	for (const { name, run } of STEPS) {
		console.log(`\n── ${name}`);
		const tally = await run();
		console.log(`${name}: ${summaryLine(tally)}`);
		tallies.push(tally);
	}
	const total = sum(tallies);
	console.log(`\n${summaryLine(total)}`);
	return total.failed === 0 ? 0 : 1;
});
