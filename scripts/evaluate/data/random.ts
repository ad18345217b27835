import { sha256 } from "./hash.ts";

/** Numbers in [0, 1), the same for the same key on every machine (mulberry32). */
export function randomOf(key: string): () => number {
	let state = Number.parseInt(sha256(key).slice(0, 8), 16);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
