import { writeFile } from "node:fs/promises";
import { loadShipped } from "../score/load-shipped.ts";
import { isMarked } from "./judge/outcome.ts";
import {
	differences,
	EXPECTED,
	expectedOf,
	judgeSample,
	readExpected,
	readSample,
} from "./quick.ts";

/**
 * Scores the committed sample and compares it with the committed scores, or writes those anew.
 * Gives the exit code: 1 for any difference.
 */
export async function runQuick(update: boolean): Promise<number> {
	const sample = readSample();
	const detector = await loadShipped();
	const outcomes = await judgeSample(sample, detector);
	await detector.dispose();
	const found = Object.fromEntries(
		outcomes.map((outcome, index) => [
			sample[index]?.id ?? "",
			expectedOf(outcome),
		]),
	);
	for (const label of ["human", "ai"] as const) {
		const side = outcomes.filter((_, index) => sample[index]?.label === label);
		const name = label === "human" ? "human" : "machine";
		console.log(
			`${side.filter(isMarked).length} of ${side.length} ${name} texts marked`,
		);
	}
	if (update) {
		await writeFile(EXPECTED, `${JSON.stringify(found, null, "\t")}\n`);
		console.log("Wrote the expected scores anew.");
		return 0;
	}
	const changed = differences(found, readExpected());
	for (const line of changed) console.error(line);
	if (changed.length > 0)
		console.error(
			"If that is meant: npm run evaluate -- --quick --update, and say why in the commit.",
		);
	return changed.length === 0 ? 0 : 1;
}
