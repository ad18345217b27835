import type { PageReport, PassageReport } from "../../src/shared/messages.ts";

export interface Timings {
	/** Navigation start to first painted mark, milliseconds; null when nothing was marked. */
	readonly firstMarkMs: number | null;
	/** While the engine was busy with this page; null when it scored nothing. */
	readonly tokensPerSecond: number | null;
}

function passageJson({ text, verdict, marked, part, spans }: PassageReport) {
	const scored = verdict?.kind === "scored" ? verdict : undefined;
	return {
		text,
		kind: verdict?.kind ?? null,
		probability: scored?.probability ?? null,
		pValue: scored?.pValue ?? null,
		band: scored?.band ?? null,
		marked,
		part: part ?? null,
		spans,
	};
}

/** What `--json` writes. */
export const reportJson = (report: PageReport, timings: Timings): string =>
	`${JSON.stringify(
		{ passages: report.passageReports.map(passageJson), timings },
		null,
		"\t",
	)}\n`;
