/** The trained files do not hold what the detector needs; the message says which field and why. */
export class HeadsError extends Error {
	override readonly name = "HeadsError";
}

/** A field's value and its name in messages, such as `fusion.parts[1].slope`. */
export interface Field {
	readonly value: unknown;
	readonly path: string;
}

export const complain = ({ path }: Field, problem: string): never => {
	throw new HeadsError(`Trained heads: ${path} ${problem}.`);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

export function fieldOf(parent: Field, key: string): Field {
	if (!isRecord(parent.value)) return complain(parent, "is not an object");
	const path = parent.path === "heads" ? key : `${parent.path}.${key}`;
	return { value: parent.value[key], path };
}

export function listOf(parent: Field, key: string): Field[] {
	const field = fieldOf(parent, key);
	const { value, path } = field;
	if (!Array.isArray(value)) return complain(field, "is not a list");
	return value.map((item: unknown, index) => ({
		value: item,
		path: `${path}[${index}]`,
	}));
}

/** The fields of an object by name; none where it is missing. */
export function entriesOf(parent: Field, key: string): [string, Field][] {
	const field = fieldOf(parent, key);
	const { value, path } = field;
	if (value === undefined) return [];
	if (!isRecord(value)) return complain(field, "is not an object");
	return Object.entries(value).map(([name, item]) => [
		name,
		{ value: item, path: `${path}.${name}` },
	]);
}

export interface Range {
	readonly least?: number;
	readonly most?: number;
}

/** A finite number within the range, ends included. */
export function asNumber(
	field: Field,
	{ least = -Infinity, most = Infinity }: Range = {},
): number {
	const { value } = field;
	if (typeof value !== "number" || !Number.isFinite(value)) {
		return complain(field, "is not a finite number");
	}
	if (value < least) return complain(field, `is below ${least}`);
	return value > most ? complain(field, `is above ${most}`) : value;
}

export const numberOf = (parent: Field, key: string, range?: Range): number =>
	asNumber(fieldOf(parent, key), range);

export function textOf(parent: Field, key: string): string {
	const field = fieldOf(parent, key);
	return typeof field.value === "string"
		? field.value
		: complain(field, "is not a text");
}

export function oneOf<T extends string>(
	parent: Field,
	key: string,
	allowed: readonly T[],
): T {
	const text = textOf(parent, key);
	const known = allowed.find((item) => item === text);
	return known ?? complain(fieldOf(parent, key), `is unknown: ${text}`);
}

/** Finite numbers, each at least (rising) or at most (falling) the one before. */
export function sortedNumbers(
	parent: Field,
	key: string,
	order: "rising" | "falling",
	range?: Range,
): number[] {
	const numbers = listOf(parent, key).map((item) => asNumber(item, range));
	const sign = order === "rising" ? 1 : -1;
	numbers.forEach((number, index) => {
		if (sign * (number - (numbers[index - 1] ?? number)) < 0) {
			complain(fieldOf(parent, key), `is not ${order} at ${index}`);
		}
	});
	return numbers;
}
