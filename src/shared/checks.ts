/** Says whether a value that came from another context has the type it claims. */
export type Check<T> = (value: unknown) => value is T;

export const isString: Check<string> = (value) => typeof value === "string";
export const isBoolean: Check<boolean> = (value) => typeof value === "boolean";
export const isNumber: Check<number> = (value): value is number =>
	Number.isFinite(value);
/** A whole number that is not negative. */
export const isCount: Check<number> = (value): value is number =>
	Number.isSafeInteger(value) && isNumber(value) && value >= 0;
export const isShare: Check<number> = (value): value is number =>
	isNumber(value) && value >= 0 && value <= 1;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** One of a fixed list of values. */
export const oneOf =
	<const T>(values: readonly T[]): Check<T> =>
	(value): value is T =>
		values.some((allowed) => allowed === value);

export const optional =
	<T>(check: Check<T>): Check<T | undefined> =>
	(value): value is T | undefined =>
		value === undefined || check(value);

export const listOf =
	<T>(check: Check<T>): Check<readonly T[]> =>
	(value): value is readonly T[] =>
		Array.isArray(value) && value.every(check);

/** An object with at least these properties; a missing one is checked as `undefined`. */
export const shape =
	<T extends object>(
		checks: { readonly [K in keyof T]-?: Check<T[K]> },
	): Check<T> =>
	(value): value is T => {
		if (!isRecord(value)) return false;
		for (const key in checks) if (!checks[key](value[key])) return false;
		return true;
	};

export const both =
	<A, B>(first: Check<A>, second: Check<B>): Check<A & B> =>
	(value): value is A & B =>
		first(value) && second(value);

export const either =
	<A, B>(first: Check<A>, second: Check<B>): Check<A | B> =>
	(value): value is A | B =>
		first(value) || second(value);
