import { type Reading, readPassages } from "../../src/content/passages.ts";
import { createBreath } from "../../src/content/reading/breathe.ts";
import { createRendering } from "../../src/content/reading/rendering.ts";

/** Reads the body of a document of the page's window. */
export function readDocument(
	window: Pick<Window, "document" | "getComputedStyle">,
	signal: AbortSignal,
): Promise<Reading> {
	const environment = {
		rendering: createRendering((element) => window.getComputedStyle(element)),
		breath: createBreath(),
	};
	return readPassages(window.document.body, environment, signal);
}
