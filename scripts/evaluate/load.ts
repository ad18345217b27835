import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { Detector } from "../../src/engine/detector.ts";
import {
	type DetectorOptions,
	loadDetector,
} from "../../src/engine/load-detector.ts";
import { addsExactly } from "../lib/adds-exactly.ts";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import { ROOT } from "../lib/root.ts";
import { readPackageFile } from "../score/read-package-file.ts";

/** The detector that `npm run score` runs. @throws PlainError */
export const loadShipped = (
	choices: Pick<DetectorOptions, "around" | "readAll"> = {},
): Promise<Detector> =>
	loadDetector({
		...choices,
		baseUrl: pathToFileURL(ROOT).href,
		threads: availableParallelism(),
		addsExactly: addsExactly(),
		onProgress: () => {},
		signal: new AbortController().signal,
		readFile: readPackageFile,
	}).catch((cause: unknown) => {
		throw new PlainError(`The model did not load: ${firstLine(cause)}`, {
			cause,
		});
	});
