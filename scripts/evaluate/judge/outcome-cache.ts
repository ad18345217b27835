import { createReadStream, existsSync, mkdirSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { sha256 } from "../data/hash.ts";
import type { Outcome } from "./outcome.ts";

/** Outcomes by text, kept on disk as they come. */
export interface OutcomeCache {
	readonly get: (text: string) => Outcome | undefined;
	/** Resolves when they are on disk. */
	readonly add: (
		texts: readonly string[],
		outcomes: readonly Outcome[],
	) => Promise<void>;
}

/** Opens a file of JSON lines; a line that an interruption cut off is passed over. */
export async function openCache(file: string): Promise<OutcomeCache> {
	const known = new Map<string, Outcome>();
	mkdirSync(dirname(file), { recursive: true });
	if (existsSync(file))
		for await (const line of createInterface({ input: createReadStream(file) }))
			remember(known, line);
	return {
		get: (text) => known.get(sha256(text)),
		add: async (texts, outcomes) => {
			const lines = texts.map((text, index) =>
				JSON.stringify({ text: sha256(text), outcome: outcomes[index] }),
			);
			for (const line of lines) remember(known, line);
			// A line of its own first: what an interruption cut off must not swallow the next one.
			await appendFile(file, `\n${lines.join("\n")}\n`);
		},
	};
}

function remember(known: Map<string, Outcome>, line: string): void {
	if (line === "") return;
	try {
		const { text, outcome } = JSON.parse(line);
		if (typeof text === "string" && typeof outcome?.kind === "string")
			known.set(text, outcome);
	} catch {
		// Cut off: the text is scored again.
	}
}
