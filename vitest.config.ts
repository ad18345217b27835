import { defineConfig } from "vitest/config";

/** Loading the model in a real browser on a busy machine takes its time. */
const BROWSER_LIMIT_MS = 180_000;

/** Above the patience of any wait within a test, and enough for a run of the model beside other tests. */
const UNIT_LIMIT_MS = 60_000;

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["tests/**/*.test.ts"],
					exclude: ["tests/browser/**"],
					testTimeout: UNIT_LIMIT_MS,
				},
			},
			{
				test: {
					name: "browser",
					include: ["tests/browser/**/*.test.ts"],
					// One browser with one model at a time: memory and timings are then its own.
					fileParallelism: false,
					testTimeout: BROWSER_LIMIT_MS,
					hookTimeout: BROWSER_LIMIT_MS,
				},
			},
		],
	},
});
