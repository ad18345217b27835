import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import type { Checked } from "./check-page.ts";
import { HEADING, passageLine } from "./lines.ts";
import { reportJson } from "./report.ts";

const seconds = (ms: number, digits: number): string =>
	`${(ms / 1000).toFixed(digits)} s`;

/** Prints one line for each passage, then the timings. */
export function print({ report, timings, loadMs }: Checked): void {
	console.log(HEADING);
	for (const passage of report.passageReports)
		console.log(passageLine(passage));
	const { firstMarkMs, tokensPerSecond } = timings;
	const mark =
		firstMarkMs === null
			? "nothing was marked"
			: `${seconds(firstMarkMs, 2)} after navigation`;
	const speed =
		tokensPerSecond === null
			? "nothing was scored"
			: `${Math.round(tokensPerSecond)} tokens per second`;
	console.log(
		`\n${report.marked} of ${report.passages} passages marked (● whole, ◐ in part). Model loaded in ${seconds(loadMs, 1)}.`,
	);
	console.log(`Time to first mark: ${mark}. Speed: ${speed}.`);
}

async function save(
	what: string,
	path: string,
	write: () => Promise<unknown>,
): Promise<void> {
	try {
		await mkdir(dirname(path), { recursive: true });
		await write();
	} catch (cause) {
		throw new PlainError(`${path} could not be written: ${firstLine(cause)}`, {
			cause,
		});
	}
	console.log(`${what}: ${path}`);
}

/** Writes what `--json` asks for. @throws PlainError */
export const saveReport = (
	{ report, timings }: Checked,
	path: string,
): Promise<void> =>
	save("Report", path, () => writeFile(path, reportJson(report, timings)));

/** Saves the whole page as it is painted, from its top. @throws PlainError */
export const savePicture = ({ page }: Checked, path: string): Promise<void> =>
	save("Screenshot", path, async () => {
		await page.evaluate(() => scrollTo(0, 0));
		await page.screenshot({ path, fullPage: true });
	});
