import type { Page } from "playwright-core";
import type { PageReport } from "../../src/shared/messages.ts";
import { plain } from "./harness.ts";

/** Characters that tell one passage of the demo page from all others. */
const OPENING = 40;

/** Ids of the demo passages of which any part is marked, sorted. */
export async function markedIds(
	page: Page,
	report: PageReport,
): Promise<string[]> {
	const texts = await page
		.locator("[data-passage-id]")
		.evaluateAll((articles) =>
			articles.map((article) => ({
				id: article.getAttribute("data-passage-id") ?? "",
				text: article.textContent ?? "",
			})),
		);
	const openings = report.passageReports
		.filter(({ marked }) => marked)
		.map(({ text }) => plain(text).slice(0, OPENING));
	return texts
		.filter(({ text }) =>
			openings.some((opening) => plain(text).includes(opening)),
		)
		.map(({ id }) => id)
		.sort();
}
