import { describe, expect, it, vi } from "vitest";
import type { Reading } from "../../src/content/passages.ts";
import { isCurrent, rangesOf } from "../../src/content/reading/text-map.ts";
import { type Fixture, fixtures, parse } from "./fixtures.ts";
import { readDocument } from "./read.ts";

const readings = new Map<string, Promise<Reading>>();
/** Both tests of a page share one reading: jsdom resolves styles slowly. */
const read = ({ html, xml }: Fixture): Promise<Reading> => {
	const reading =
		readings.get(html) ??
		readDocument(parse(html, xml).window, new AbortController().signal);
	readings.set(html, reading);
	return reading;
};

const collapsed = (text: string): string =>
	text.replace(/[ \t\n\r\f]+/g, " ").trim();
const bare = (text: string): string => text.replace(/\s+/g, "");

/** A limit, not a delay: jsdom on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

describe("pages", () => {
	const all = fixtures();
	it("has the pages it was written for", () => {
		expect(all.length).toBeGreaterThanOrEqual(40);
	});
	it.each(all)(
		"$slug: reads what a reader sees",
		async ({ passages, ...page }) => {
			const reading = await read({ passages, ...page });
			expect(reading.passages.map((passage) => passage.text)).toEqual(
				passages.map(({ text }) => text),
			);
		},
	);
	it.each(all)("$slug: names the authors", async (page) => {
		const reading = await read(page);
		const asked = page.passages.map(({ author }) => author);
		const named = reading.passages.map(({ author }, index) =>
			asked[index] === undefined ? undefined : (author ?? null),
		);
		expect(named).toEqual(asked);
	});
	it.each(all)("$slug: reports what the page says of itself", async (page) => {
		const reading = await read(page);
		expect(reading.disclosures).toEqual(page.disclosures);
	});
	it.each(all)(
		"$slug: maps every stretch of text to its place",
		async (page) => {
			const { passages } = await read(page);
			for (const { text, map } of passages) {
				expect(isCurrent(text, map)).toBe(true);
				// The test document leaves CDATA sections out when it turns a range into a string.
				if (page.xml) continue;
				const whole = rangesOf(map, { from: 0, to: text.length });
				expect(bare(whole.map(String).join(""))).toBe(bare(text));
				for (let from = 0; from < text.length; from += 37) {
					const to = Math.min(text.length, from + 53);
					const parts = rangesOf(map, { from, to }).map((range) =>
						collapsed(range.toString()),
					);
					expect(bare(parts.join(""))).toBe(bare(text.slice(from, to)));
					let at = 0;
					for (const part of parts) {
						const found = collapsed(text.slice(from, to)).indexOf(part, at);
						expect(found).toBeGreaterThanOrEqual(0);
						at = found + part.length;
					}
				}
			}
		},
	);
});
