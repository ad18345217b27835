import { readFileSync } from "node:fs";

/** Where Linux describes the processor. */
const PROCESSOR = "/proc/cpuinfo";
const VNNI = /^flags\s*:.*\bavx(?:512)?_vnni\b/m;

/** True where the processor is known to add int8 products in 32 bits. */
export function addsExactly(): boolean {
	try {
		return VNNI.test(readFileSync(PROCESSOR, "utf8"));
	} catch {
		return false;
	}
}
