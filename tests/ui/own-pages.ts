/// <reference types="node" />
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/browser/find-chromium.ts";
import { inRoot } from "../../scripts/lib/root.ts";
import { type FakeWorld, installFakeBrowser } from "./fake-browser.ts";

export const OWN_PAGES = ["popup", "options", "welcome", "viewer"] as const;
export type OwnPage = (typeof OWN_PAGES)[number];

const ORIGIN = "http://telltale.test";
const TYPES: Readonly<Record<string, string>> = {
	html: "text/html",
	css: "text/css",
	js: "text/javascript",
	png: "image/png",
};

export interface OwnPages {
	/** Opens one of our pages, with a browser that answers as the world says. */
	readonly open: (
		name: OwnPage,
		world: FakeWorld,
		look?: Look,
	) => Promise<Page>;
	readonly close: () => Promise<void>;
}

export interface Look {
	readonly width?: number;
	readonly colorScheme?: "light" | "dark";
	readonly forcedColors?: "active" | "none";
}

async function scripts(): Promise<ReadonlyMap<string, string>> {
	const { outputFiles } = await build({
		absWorkingDir: inRoot(),
		entryPoints: OWN_PAGES.map((name) => `src/${name}/index.ts`),
		outbase: "src",
		outdir: "/",
		bundle: true,
		format: "esm",
		target: "chrome128",
		write: false,
	});
	return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/** Our pages in a real browser, from the sources, without the extension around them. */
export async function ownPages(): Promise<OwnPages> {
	const bundles = await scripts();
	const browser: Browser = await chromium.launch({
		executablePath: findChromium(),
	});
	const bodyOf = async (path: string): Promise<string | Buffer> =>
		bundles.get(path) ??
		readFile(inRoot(path.startsWith("/icons/") ? "" : "src", path));

	const open: OwnPages["open"] = async (name, world, look = {}) => {
		const context = await browser.newContext({
			viewport: { width: look.width ?? 380, height: 600 },
			colorScheme: look.colorScheme ?? "light",
			forcedColors: look.forcedColors ?? "none",
			reducedMotion: "reduce",
		});
		const page = await context.newPage();
		await page.route(`${ORIGIN}/**`, async (route) => {
			const { pathname } = new URL(route.request().url());
			const contentType = TYPES[pathname.split(".").at(-1) ?? ""] ?? "";
			// The content script is none of our pages' sources: the viewer goes without it here.
			const body = await bodyOf(pathname).catch(() => undefined);
			await route.fulfill(
				body === undefined ? { status: 404 } : { contentType, body },
			);
		});
		// A compiler of this file may have wrapped its functions in this helper of its own.
		await page.addInitScript("globalThis.__name ??= (named) => named");
		await page.addInitScript(installFakeBrowser, world);
		await page.goto(`${ORIGIN}/${name}/index.html`);
		return page;
	};
	return { open, close: () => browser.close() };
}
