/** Bytes of the digest that are kept: two texts meet by chance once in 2^48 texts or so. */
const KEY_BYTES = 12;

/** A short name for a text (hexadecimal, from its SHA-256), so that storage keeps no page text. */
export async function textKey(text: string): Promise<string> {
	const digest = await crypto.subtle.digest(
		"SHA-256",
		new TextEncoder().encode(text),
	);
	return [...new Uint8Array(digest, 0, KEY_BYTES)]
		.map((byte) => byte.toString(16).padStart(2, "0"))
		.join("");
}
