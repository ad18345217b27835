import { importsOf, type SourceFile } from "./source-files.ts";

/** What each part of `src/` may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	scoring: [],
	shared: ["scoring"],
	engine: ["scoring", "shared"],
	background: ["scoring", "shared"],
	offscreen: ["scoring", "shared"],
	content: ["scoring", "shared"],
	popup: ["scoring", "shared"],
	options: ["scoring", "shared"],
	welcome: ["scoring", "shared"],
	viewer: ["scoring", "shared"],
};

const MODEL_LIBRARY = /^(@xenova\/transformers|@huggingface\/|onnxruntime-)/;
/** The model, its session and its tokenizer: nothing else knows which library runs them. */
const MAY_LOAD_MODEL = /^src\/engine\/(?:model|session|tokenizer)\.ts$/;
/** Readers of file formats, each known to the files that use it. */
const MAY_READ_FORMATS: Readonly<Record<string, RegExp>> = {
	"pdfjs-dist/legacy/build/pdf.mjs":
		/^src\/viewer\/(?:index|pdf\/read-pdf)\.ts$/,
	"pdfjs-dist/legacy/build/pdf.worker.mjs": /^src\/viewer\/pdf-worker\.ts$/,
	fflate: /^src\/viewer\/formats\/unzip\.ts$/,
};

const POLYFILL = "webextension-polyfill";
const MAY_USE_POLYFILL = "src/shared/browser.ts";

/** Its keys are the type of every text key: a wrong key then does not compile. */
const TEXT_KEYS = "_locales/en/messages.json";
const MAY_USE_TEXT_KEYS = "src/shared/ui/i18n.ts";

const partOf = (path: string): string | undefined =>
	/^src\/([^/]+)\//.exec(path)?.[1];

/** A type costs nothing at run time: `import type … from`. */
const onlyTypes = (text: string, specifier: string): boolean =>
	[...text.matchAll(/import\s+([^"';]*?)\s*from\s*["']([^"']+)["']/g)]
		.filter((match) => match[2] === specifier)
		.every((match) => {
			const clause = match[1] ?? "";
			return /^type\b/.test(clause);
		});

function isPackageAllowed(file: SourceFile, name: string): boolean {
	if (MODEL_LIBRARY.test(name)) return MAY_LOAD_MODEL.test(file.path);
	if (name === POLYFILL)
		return file.path === MAY_USE_POLYFILL || onlyTypes(file.text, name);
	return MAY_READ_FORMATS[name]?.test(file.path) ?? false;
}

function isPartAllowed(from: string, to: string): boolean {
	if (to === TEXT_KEYS) return from === MAY_USE_TEXT_KEYS;
	const part = partOf(from);
	const target = partOf(to);
	if (part === undefined || target === undefined) return false;
	return target === part || (MAY_IMPORT[part] ?? []).includes(target);
}

/** Each import of a file in `src/` that goes the wrong way, as `from → to`. */
export const wrongImports = (file: SourceFile): string[] =>
	importsOf(file)
		.filter(({ to, ours }) =>
			ours ? !isPartAllowed(file.path, to) : !isPackageAllowed(file, to),
		)
		.map(({ to }) => `${file.path} → ${to}`);
