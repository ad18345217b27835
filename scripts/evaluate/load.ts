import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { Detector } from "../../src/engine/detector.ts";
import { loadDetector } from "../../src/engine/load-detector.ts";
import type { LanguageModel } from "../../src/scoring/language-model.ts";
import { firstLine, PlainError } from "../lib/plain-error.ts";
import { ROOT } from "../lib/root.ts";
import { readPackageFile } from "../score/read-package-file.ts";

/** The detector that `npm run score` runs, its model wrapped when asked for. @throws PlainError */
export const loadShipped = (
	around: (model: LanguageModel) => LanguageModel = (model) => model,
): Promise<Detector> =>
	loadDetector({
		around,
		baseUrl: pathToFileURL(ROOT).href,
		threads: availableParallelism(),
		onProgress: () => {},
		signal: new AbortController().signal,
		readFile: readPackageFile,
	}).catch((cause: unknown) => {
		throw new PlainError(`The model did not load: ${firstLine(cause)}`, {
			cause,
		});
	});
