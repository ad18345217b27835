import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { inRoot } from "../scripts/lib/root.ts";

export interface SourceFile {
	/** Relative to the repository, with slashes. */
	readonly path: string;
	readonly text: string;
}

/** All TypeScript files under a folder of the repository, sorted. */
export const sourceFiles = (folder: string): SourceFile[] =>
	readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((file) => ({
			path: relative(inRoot(), file).replaceAll("\\", "/"),
			text: readFileSync(file, "utf8"),
		}));

const STATIC =
	/(?:^|\n)\s*(?:import|export)\b[\w\s{},*$]*\bfrom\s*["']([^"']+)["']/g;
const BARE_OR_DYNAMIC =
	/(?:(?:^|\n)\s*import\s*|\bimport\s*\(\s*)["']([^"']+)["']/g;

export interface Import {
	/** A path relative to the repository, or a package name. */
	readonly to: string;
	readonly ours: boolean;
}

/** What a file imports, types included. */
export const importsOf = ({ path, text }: SourceFile): Import[] =>
	[...text.matchAll(STATIC), ...text.matchAll(BARE_OR_DYNAMIC)].map((match) => {
		const specifier = match[1] ?? "";
		return specifier.startsWith(".")
			? { to: posix.join(dirname(path), specifier), ours: true }
			: { to: specifier, ours: false };
	});
