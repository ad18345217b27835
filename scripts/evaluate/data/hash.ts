import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string =>
	createHash("sha256").update(data).digest("hex");

/** The same as `id_hash` in training/telltale_training/write_split.py. */
export const idHash = (pack: string, id: string): string =>
	sha256(`${pack}/${id}`).slice(0, 12);

/** Items in an order that depends on nothing but their keys and the seed. */
export const shuffled = <T>(
	items: readonly T[],
	seed: number,
	keyOf: (item: T) => string,
): T[] =>
	items
		.map((item) => ({ item, order: sha256(`${seed}/${keyOf(item)}`) }))
		.sort((a, b) => (a.order < b.order ? -1 : 1))
		.map(({ item }) => item);
