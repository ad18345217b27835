import { readFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import { inRoot } from "../../scripts/lib/root.ts";
import { demoPassages, plain } from "./harness.ts";

/** The demo page's texts by one kind of author, each as one string without its title. */
export async function demoTexts(
	origin: "human" | "machine",
): Promise<readonly string[]> {
	const html = await readFile(inRoot("demo/index.html"), "utf8");
	const { document } = new JSDOM(html).window;
	const passages = await demoPassages();
	return passages
		.filter((passage) => passage.origin === origin)
		.map(({ id }) => {
			const paragraphs = document.querySelectorAll(
				`[data-passage-id="${id}"] p:not(.kicker)`,
			);
			return plain(
				[...paragraphs].map(({ textContent }) => textContent).join(" "),
			);
		});
}
