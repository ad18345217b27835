import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { readOptions } from "./lib/options.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { userPath } from "./lib/user-path.ts";
import { loadShipped } from "./score/load-shipped.ts";
import { scoreLines } from "./score/score-lines.ts";

const USAGE = "Usage: npm run score -- FILE.jsonl   (or - for standard input)";

function input(name: string): NodeJS.ReadableStream {
	if (name === "-") return process.stdin;
	const path = userPath(name);
	if (!existsSync(path)) throw new PlainError(`There is no file ${path}.`);
	return createReadStream(path);
}

const write = (text: string): Promise<void> =>
	new Promise((resolve) => {
		process.stdout.write(text, () => resolve());
	});

/** The reader went away (`| head`): nothing is left to do. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	process.exit(error.code === "EPIPE" ? 0 : 1);
});

main(async () => {
	const { rest } = readOptions({}, USAGE);
	const [name] = rest;
	if (name === undefined || rest.length > 1) throw new PlainError(USAGE);
	const source = input(name);
	const stop = new AbortController();
	const detector = await loadShipped({ signal: stop.signal });
	// Not before: lines that arrive while nobody iterates are lost.
	const lines = createInterface({ input: source, crlfDelay: Infinity });
	const began = performance.now();
	let count = 0;
	try {
		const judge = (texts: readonly string[]) =>
			detector.judge(texts, stop.signal);
		for await (const group of scoreLines(lines, judge)) {
			await write(group.map((line) => `${line}\n`).join(""));
			count += group.length;
			const seconds = (performance.now() - began) / 1000;
			const speed = Math.round(detector.tokensScored() / seconds);
			console.error(`${count} lines, ${speed} tokens per second`);
		}
	} finally {
		await detector.dispose();
	}
	return 0;
});
