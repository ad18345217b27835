/**
 * UTF-16 offsets of byte-level tokens in the text they were made from.
 *
 * @param byteLengths UTF-8 bytes of each token, in order
 * @returns from and to of each token; a token that ends inside a character ends before it, and the
 *   token that completes the character covers it.
 */
export function tokenOffsets(
	text: string,
	byteLengths: readonly number[],
): { from: Uint32Array; to: Uint32Array } {
	const from = new Uint32Array(byteLengths.length);
	const to = new Uint32Array(byteLengths.length);
	let unit = 0;
	let unitBytes = 0;
	let tokenBytes = 0;
	for (const [index, length] of byteLengths.entries()) {
		from[index] = unit;
		tokenBytes += length;
		while (unit < text.length) {
			const character = text.codePointAt(unit) ?? 0;
			const bytes = utf8Length(character);
			if (unitBytes + bytes > tokenBytes) break;
			unitBytes += bytes;
			unit += character > 0xffff ? 2 : 1;
		}
		to[index] = unit;
	}
	return { from, to };
}

/** UTF-8 bytes of one code point; a lone surrogate is encoded as U+FFFD, which takes three. */
function utf8Length(codePoint: number): number {
	if (codePoint < 0x80) return 1;
	if (codePoint < 0x800) return 2;
	return codePoint < 0x10000 ? 3 : 4;
}
