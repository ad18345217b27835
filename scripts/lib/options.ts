import { parseArgs } from "node:util";
import { PlainError } from "./plain-error.ts";

type Kinds = Readonly<Record<string, "string" | "boolean">>;
export type Options<K extends Kinds> = {
	readonly [N in keyof K]: K[N] extends "string" ? string | undefined : boolean;
};

/**
 * Reads `--name value` and `--switch` arguments.
 * @throws PlainError with the usage line for anything unknown.
 */
export function readOptions<K extends Kinds>(
	kinds: K,
	usage: string,
): { options: Options<K>; rest: readonly string[] } {
	try {
		const { values, positionals } = parseArgs({
			options: Object.fromEntries(
				Object.entries(kinds).map(([name, type]) => [name, { type }]),
			),
			allowPositionals: true,
		});
		const options = Object.fromEntries(
			Object.entries(kinds).map(([name, type]) => [
				name,
				values[name] ?? (type === "boolean" ? false : undefined),
			]),
		);
		return { options: options as Options<K>, rest: positionals };
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new PlainError(`${reason}\n${usage}`, { cause });
	}
}
