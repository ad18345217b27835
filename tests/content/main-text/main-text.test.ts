import { describe, expect, test, vi } from "vitest";
import { fixtures, parse } from "../fixtures.ts";
import { readDocument } from "../read.ts";
import { LAYOUTS, type Layout, type Noise } from "./layouts.ts";

/** Least share of the main text's paragraphs that must be read, and the bound on what else is. */
const RECALL = 0.95;
const BOILERPLATE = 0.05;
const PARAGRAPHS = 8;
vi.setConfig({ testTimeout: 30_000 });

/** Real paragraphs, so that their lengths and marks are real: none is so short that no verdict is possible. */
const PROSE = [
	...new Set(
		fixtures()
			.flatMap(({ passages }) => passages)
			.flatMap(({ text }) => text.split("\n\n"))
			.filter((text) => /^[\x20-\x7e‘’“”–—]{120,900}$/.test(text)),
	),
];
const NOISE: Noise = {
	consent:
		"We and our partners use cookies and similar means to keep the site working, to measure how it is used and to show offers. You can change your choice at any time in the settings of your account.",
	newsletter:
		"Sign up for our letter and get the stories of the week every Friday morning, before anyone else reads them, at no cost, and leave again whenever you like.",
	about:
		"The author writes about rivers, bridges and the people who keep both in order. Before that she worked on a ferry for eleven years and kept a diary of every crossing.",
	related:
		"Ten bridges that were never built, and one that should not have been",
	legal:
		"All rights reserved. No part of this site may be copied, sold or stored without the written consent of the publisher, except for short quotations in reviews. Prices include tax.",
	teaser:
		"Nobody who has stood on that bridge in the early morning will ever again believe that a river is only a line on a map, said the keeper.",
};
const escaped = (text: string): string =>
	text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const bare = (text: string): string => text.replace(/\s+/g, "");
const sizeOf = (texts: readonly string[]): number =>
	texts.reduce((sum, text) => sum + bare(text).length, 0);

async function measure({ page, paragraph }: Layout, index: number) {
	const start = index * PARAGRAPHS;
	const main = Array.from(
		{ length: PARAGRAPHS },
		(_, at) => PROSE[(start + at) % PROSE.length] ?? "",
	);
	const body = main.map((text) => paragraph(escaped(text))).join("\n");
	const html = `<!doctype html><html lang="en"><body>${page(body, NOISE)}</body></html>`;
	const { passages } = await readDocument(
		parse(html).window,
		new AbortController().signal,
	);
	const read = passages.map(({ text }) => text);
	const all = bare(read.join(""));
	const found = main.filter((text) => all.includes(bare(text)));
	return {
		main: main.length,
		found: found.length,
		read: sizeOf(read),
		other: sizeOf(read) - sizeOf(found),
	};
}

describe("main text", () => {
	test("is read, and little else is", async () => {
		expect(PROSE.length).toBeGreaterThan(PARAGRAPHS);
		const pages = await Promise.all(LAYOUTS.map(measure));
		const sum = (key: "main" | "found" | "read" | "other"): number =>
			pages.reduce((total, page) => total + page[key], 0);
		const recall = sum("found") / sum("main");
		const boilerplate = sum("other") / sum("read");
		console.info(
			`main text of ${LAYOUTS.length} structures: recall of paragraphs ${recall.toFixed(3)}, boilerplate ${(boilerplate * 100).toFixed(1)} %`,
		);
		const worst = pages.map(({ main, found, read, other }, index) =>
			found < main || other > BOILERPLATE * read ? LAYOUTS[index]?.name : "",
		);
		if (worst.some(Boolean)) console.info(worst.filter(Boolean), pages);
		expect(recall).toBeGreaterThanOrEqual(RECALL);
		expect(boilerplate).toBeLessThan(BOILERPLATE);
	});
});
