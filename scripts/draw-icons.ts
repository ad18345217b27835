import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { findChromium } from "./browser/find-chromium.ts";
import { main } from "./lib/plain-error.ts";
import { inRoot } from "./lib/root.ts";

/** Edge length in pixels → drawing. Below 32 pixels fine lines blur, so a heavier drawing is used. */
const DRAWINGS: ReadonlyMap<number, string> = new Map([
	[16, "icon-small.svg"],
	[32, "icon.svg"],
	[48, "icon.svg"],
	[96, "icon.svg"],
	[128, "icon.svg"],
]);

/** `npx tsx scripts/draw-icons.ts` redraws icons/*.png from the drawings beside them. */
main(async () => {
	const browser = await chromium.launch({ executablePath: findChromium() });
	const page = await browser.newPage();
	for (const [edge, drawing] of DRAWINGS) {
		const svg = await readFile(inRoot("icons", drawing), "utf8");
		await page.setViewportSize({ width: edge, height: edge });
		await page.setContent(
			`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`,
		);
		await page.screenshot({
			path: inRoot("icons", `${edge}.png`),
			omitBackground: true,
		});
	}
	await browser.close();
	return 0;
});
