import { failureOf } from "../shared/failure.ts";
import type { Failure } from "../shared/messages.ts";

/** What the two browsers, Emscripten and C++ say when memory runs out. */
const OUT_OF_MEMORY =
	/out of memory|bad_alloc|allocation failed|cannot enlarge memory|could not allocate/i;
/** What they say when a policy forbids to compile WebAssembly. */
const FORBIDDEN = /wasm code generation disallowed|blocked by csp|unsafe-eval/i;

/** The failure that an error of loading or running the model stands for. */
export function classifyError(error: unknown): Failure {
	const known = failureOf(error);
	if (known !== "unknown") return known;
	if (typeof WebAssembly === "undefined") return "no-webassembly";
	const text = error instanceof Error ? error.message : String(error);
	if (FORBIDDEN.test(text)) return "no-webassembly";
	if (error instanceof RangeError || OUT_OF_MEMORY.test(text))
		return "out-of-memory";
	return "unknown";
}
