import { expect, it } from "vitest";
import { createVerdictCache } from "../../../src/shared/engine-host/verdict-cache.ts";
import { tooShort } from "../verdicts.ts";

it("forgets the verdict used longest ago", () => {
	const cache = createVerdictCache({ maxVerdicts: 2 });
	cache.set("a", tooShort(1));
	cache.set("b", tooShort(2));
	cache.get("a");
	cache.set("c", tooShort(3));
	expect(cache.get("a")).toEqual(tooShort(1));
	expect(cache.get("b")).toBeUndefined();
	expect(cache.get("c")).toEqual(tooShort(3));
});

it("holds no more text than it may", () => {
	const cache = createVerdictCache({ maxUnits: 10 });
	cache.set("12345", tooShort(1));
	cache.set("12345", tooShort(2));
	cache.set("67890", tooShort(3));
	expect(cache.get("12345")).toEqual(tooShort(2));
	cache.set("x", tooShort(4));
	expect(cache.get("67890")).toBeUndefined();
	cache.set("much too long a text", tooShort(5));
	expect(cache.get("much too long a text")).toBeUndefined();
});
