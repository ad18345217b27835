import {
	getDocument,
	type PDFDocumentProxy,
	type PDFWorker,
	VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Block } from "../blocks.ts";
import { MOST_PAGES, MOST_UNITS } from "../limits.ts";
import { DocumentError } from "../trouble.ts";
import { linesInOrder } from "./columns.ts";
import type { Page, Run } from "./line.ts";
import { withoutMargins } from "./margins.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { rowsOf } from "./rows.ts";

/** Text turned further than this (sine of the angle) is a stamp in the margin. */
const TURNED = 0.2;

/** The library exports this error as a value only. */
const PASSWORD = "PasswordException";

type Item = Awaited<
	ReturnType<Awaited<ReturnType<PDFDocumentProxy["getPage"]>>["getTextContent"]>
>["items"][number];

function runOf(item: Item): Run | undefined {
	if (!("str" in item) || item.str.trim() === "") return undefined;
	const [a, b, , , x, y]: number[] = item.transform;
	if (a === undefined || b === undefined) return undefined;
	if (x === undefined || y === undefined) return undefined;
	const size = item.height || Math.hypot(a, b);
	if (Math.abs(b) > TURNED * Math.hypot(a, b) || size <= 0) return undefined;
	const { str: text, width, dir } = item;
	return { text, x, y, width, size, rightToLeft: dir === "rtl" };
}

async function readPage(
	document: PDFDocumentProxy,
	number: number,
): Promise<Page> {
	const page = await document.getPage(number);
	const { items } = await page.getTextContent();
	const runs = items.flatMap((item) => runOf(item) ?? []);
	const [, bottom = 0, , top = 0] = page.view;
	page.cleanup();
	const moved = runs.map((run) => ({ ...run, y: run.y - bottom }));
	return { height: top - bottom, lines: linesInOrder(rowsOf(moved)) };
}

/**
 * Paragraphs of a PDF file. `worker` runs the library; without one it runs here. The buffer is given away.
 * @throws DocumentError `encrypted`, `no-text` when the pages are pictures; the library's own for damaged files.
 */
export async function readPdf(
	bytes: Uint8Array,
	{
		worker,
		progress,
	}: { worker?: PDFWorker; progress: (share: number) => void },
	signal: AbortSignal,
): Promise<{ blocks: readonly Block[]; cut: boolean }> {
	const task = getDocument({
		data: bytes,
		...(worker === undefined ? {} : { worker }),
		isEvalSupported: false,
		useWasm: false,
		useWorkerFetch: false,
		useSystemFonts: true,
		enableXfa: false,
		stopAtErrors: false,
		verbosity: VerbosityLevel.ERRORS,
	});
	const stop = (): void => void task.destroy().catch(() => undefined);
	signal.addEventListener("abort", stop, { once: true });
	try {
		const document = await task.promise;
		const pages: Page[] = [];
		const count = Math.min(document.numPages, MOST_PAGES);
		let units = 0;
		for (let number = 1; number <= count && units <= MOST_UNITS; number += 1) {
			signal.throwIfAborted();
			const page = await readPage(document, number);
			units += page.lines.reduce((sum, { text }) => sum + text.length, 0);
			pages.push(page);
			progress(number / count);
		}
		if (units === 0) throw new DocumentError("no-text");
		return {
			blocks: paragraphsOf(withoutMargins(pages)),
			cut: pages.length < document.numPages,
		};
	} catch (error) {
		if (error instanceof Error && error.name === PASSWORD)
			throw new DocumentError("encrypted", { cause: error });
		throw error;
	} finally {
		signal.removeEventListener("abort", stop);
		stop();
	}
}
