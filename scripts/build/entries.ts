/** Module entries, relative to `src/`; the output keeps the path. */
export const MODULES = [
	"background/index.ts",
	"offscreen/index.ts",
	"engine/worker.ts",
	"popup/index.ts",
	"options/index.ts",
	"welcome/index.ts",
	"viewer/index.ts",
	"viewer/pdf-worker.ts",
] as const;

/** Content scripts cannot be modules: one self-contained script each. */
export const CONTENT_SCRIPTS = [
	"content/starter.ts",
	"content/index.ts",
] as const;
