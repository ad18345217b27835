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
import { readPackageFile } from "./read-package-file.ts";

/** The detector of the package, for commands. @throws PlainError */
export const loadShipped = (
	choices: Partial<Pick<DetectorOptions, "around" | "readAll" | "signal">> = {},
): Promise<Detector> =>
	loadDetector({
		signal: new AbortController().signal,
		...choices,
		baseUrl: pathToFileURL(ROOT).href,
		threads: availableParallelism(),
		addsExactly: addsExactly(),
		onProgress: () => {},
		readFile: readPackageFile,
	}).catch((cause: unknown) => {
		throw new PlainError(`The model did not load: ${firstLine(cause)}`, {
			cause,
		});
	});
