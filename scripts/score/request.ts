export type Id = string | number | null;

/** One input line, understood or not. */
export type Request =
	| { readonly kind: "text"; readonly id: Id; readonly text: string }
	| { readonly kind: "malformed"; readonly id: Id; readonly reason: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const idOf = (value: Record<string, unknown>): Id =>
	typeof value.id === "string" || typeof value.id === "number"
		? value.id
		: null;

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

/** Reads one line of the input: a JSON object with a string `text` and, if wanted, an `id`. */
export function readRequest(line: string): Request {
	const malformed = (reason: string, id: Id = null): Request => ({
		kind: "malformed",
		id,
		reason,
	});
	if (line.trim() === "") return malformed("The line is empty.");
	const value = parse(line);
	if (value === undefined) return malformed("The line is not valid JSON.");
	if (!isObject(value)) return malformed("The line is not a JSON object.");
	const id = idOf(value);
	if (typeof value.text !== "string")
		return malformed("The field “text” is missing or not a string.", id);
	return { kind: "text", id, text: value.text };
}
