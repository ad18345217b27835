import { afterEach, expect, it, vi } from "vitest";
import { classifyError } from "../../src/engine/classify-error.ts";
import { ModelError } from "../../src/engine/model-error.ts";

afterEach(() => vi.unstubAllGlobals());

it.each([
	[new ModelError("model-missing", "404"), "model-missing"],
	[new ModelError("model-damaged", "size"), "model-damaged"],
	[new RangeError("Array buffer allocation failed"), "out-of-memory"],
	[new Error("std::bad_alloc"), "out-of-memory"],
	[new Error("Aborted(OOM). Cannot enlarge memory arrays"), "out-of-memory"],
	[new WebAssembly.RuntimeError("Out of memory"), "out-of-memory"],
	[
		new WebAssembly.CompileError(
			"WebAssembly.compile(): Wasm code generation disallowed by embedder",
		),
		"no-webassembly",
	],
	[new Error("something else"), "unknown"],
	["a string", "unknown"],
	[undefined, "unknown"],
])("takes %o for %s", (error, failure) => {
	expect(classifyError(error)).toBe(failure);
});

it("blames the browser when it has no WebAssembly", () => {
	vi.stubGlobal("WebAssembly", undefined);
	expect(classifyError(new ReferenceError("WebAssembly is not defined"))).toBe(
		"no-webassembly",
	);
});
