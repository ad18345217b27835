import { runFull } from "./evaluate/run-full.ts";
import { runQuick } from "./evaluate/run-quick.ts";
import { readOptions } from "./lib/options.ts";
import { main, PlainError } from "./lib/plain-error.ts";
import { userPath } from "./lib/user-path.ts";

const USAGE = [
	"Usage: npm run evaluate -- --data FOLDER [--sets a,b] [--limit N] [--seed N] [--out FOLDER] [--everything]",
	"       npm run evaluate -- --quick [--update]",
].join("\n");
/** Chooses which texts are taken, spliced and disguised. */
const SEED = 1;

/** A whole number from `least` up, or undefined when the option was not given. */
function wholeNumber(
	value: string | undefined,
	least: number,
): number | undefined {
	if (value === undefined) return undefined;
	const number = Number(value);
	if (!Number.isInteger(number) || number < least) throw new PlainError(USAGE);
	return number;
}

main(async () => {
	const { options, rest } = readOptions(
		{
			data: "string",
			sets: "string",
			limit: "string",
			seed: "string",
			out: "string",
			everything: "boolean",
			quick: "boolean",
			update: "boolean",
		},
		USAGE,
	);
	if (rest.length > 0) throw new PlainError(USAGE);
	if (options.quick) return await runQuick(options.update);
	if (options.data === undefined || options.update) throw new PlainError(USAGE);
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => stop.abort());
	return await runFull(
		{
			data: userPath(options.data),
			sets: options.sets?.split(",").filter((name) => name !== ""),
			limit: wholeNumber(options.limit, 1),
			everything: options.everything,
			seed: wholeNumber(options.seed, 0) ?? SEED,
			out: options.out === undefined ? undefined : userPath(options.out),
		},
		stop.signal,
	);
});
