import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../lib/root.ts";
import { hugePage } from "./huge-page.ts";

const ARTICLE = /<article[\s\S]*?<\/article>/g;
/** The page whose whole scoring is timed has at least this many words. */
const PAGE_WORDS = 1000;

const wordsIn = (html: string): number =>
	html.replace(/<[^>]+>/g, " ").match(/\S+/g)?.length ?? 0;

const pageOf = (articles: readonly string[]): string =>
	`<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Bench</title><body><main>\n${articles.join("\n")}\n</main></body></html>\n`;

export interface BenchPages {
	readonly folder: string;
	/** About 1,000 words. */
	readonly scoring: "scoring.html";
	/** Other texts, so that no cached verdict shortens the time to the first mark. */
	readonly marking: "marking.html";
	/** 50,000 text nodes. */
	readonly huge: "huge.html";
	/** Words of the scoring page. */
	readonly words: number;
}

/** Writes two pages with the demo page's texts, none of them in both, and a huge one. */
export async function writePages(): Promise<BenchPages> {
	const demo = await readFile(inRoot("demo/index.html"), "utf8");
	const articles = demo.match(ARTICLE) ?? [];
	const scoring: string[] = [];
	const marking: string[] = [];
	let words = 0;
	for (const article of articles) {
		if (words >= PAGE_WORDS) {
			marking.push(article);
			continue;
		}
		scoring.push(article);
		words += wordsIn(article);
	}
	const folder = inRoot(".cache/bench/pages");
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "scoring.html"), pageOf(scoring));
	await writeFile(join(folder, "marking.html"), pageOf(marking));
	await writeFile(join(folder, "huge.html"), hugePage());
	return {
		folder,
		scoring: "scoring.html",
		marking: "marking.html",
		huge: "huge.html",
		words,
	};
}
