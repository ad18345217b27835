import { guard } from "../shared/guard.ts";
import { find, setText } from "../shared/ui/dom.ts";
import { message } from "../shared/ui/i18n.ts";
import type { Reading } from "./blocks.ts";
import { watchFiles } from "./choose-file.ts";
import { nameOf, sourceOf } from "./fetch-source.ts";
import type { Source } from "./kind-of.ts";
import type { Wanted } from "./load.ts";
import { showBlocks } from "./show-blocks.ts";
import { troubleOf } from "./trouble.ts";
import { sentenceFor, type ViewerState } from "./viewer-state.ts";

type Progress = (share: number) => void;

export interface ViewerParts {
	/** The page's own address. */
	readonly address: string;
	readonly load: (
		wanted: Wanted,
		progress: Progress,
		signal: AbortSignal,
	) => Promise<Source>;
	readonly read: (
		source: Source,
		progress: Progress,
		signal: AbortSignal,
	) => Promise<Reading>;
	/** Marks the page as web pages are marked; called when the first document is there. */
	readonly startChecking: () => void;
	readonly signal: AbortSignal;
}

/** Joins the parts of the page: one document at a time, the newest wanted. */
export function startViewer(page: Document, parts: ViewerParts): void {
	const { address, load, read, startChecking, signal } = parts;
	const said = find(page, "#said", HTMLElement);
	const bar = find(page, "progress", HTMLProgressElement);
	const fetchIt = find(page, "#fetch", HTMLButtonElement);
	const text = find(page, "#text", HTMLElement);
	let newest = new AbortController();

	const show = (state: ViewerState): void => {
		setText(said, sentenceFor(state));
		said.classList.toggle("notice", state.kind === "failed");
		bar.hidden = state.kind !== "reading";
		bar.value = state.kind === "reading" ? state.share : 0;
		fetchIt.hidden = state.kind !== "offered";
		page.title = state.kind === "shown" ? state.name : message("viewer_title");
	};
	const open = async (wanted: Wanted): Promise<void> => {
		newest.abort();
		newest = new AbortController();
		const mine = newest.signal;
		const name = wanted instanceof File ? wanted.name : nameOf(wanted);
		const progress = (share: number): void => {
			if (!mine.aborted) show({ kind: "reading", name, share });
		};
		showBlocks(text, []);
		progress(0);
		try {
			const source = await load(wanted, progress, mine);
			if (mine.aborted) return;
			const { blocks, cut } = await read(source, progress, mine);
			if (mine.aborted) return;
			showBlocks(text, blocks);
			show({ kind: "shown", name, paragraphs: blocks.length, cut });
			startChecking();
		} catch (error) {
			if (mine.aborted) return;
			console.warn("Telltale: document", error);
			show({ kind: "failed", name, trouble: troubleOf(error) });
		}
	};
	signal.addEventListener("abort", () => newest.abort(), { once: true });
	watchFiles(
		{
			page,
			input: find(page, "#file", HTMLInputElement),
			zone: find(page, "#zone", HTMLElement),
			signal,
		},
		(file) => void guard("open file", () => open(file)),
	);
	const source = sourceOf(address);
	if (source === undefined) {
		show({ kind: "empty" });
		return;
	}
	show({ kind: "offered", name: nameOf(source) });
	fetchIt.addEventListener(
		"click",
		() => void guard("open address", () => open(source)),
		{ signal },
	);
}
