import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Settings } from "../../src/shared/settings.ts";
import { serveFiles } from "../browser/serve-files.ts";
import { PlainError } from "../lib/plain-error.ts";
import { inRoot } from "../lib/root.ts";
import { userPath } from "../lib/user-path.ts";

/** The page to check and what reaching it takes. */
export interface Target {
	readonly url: string;
	/** Match pattern to grant. */
	readonly permission: string;
	/** What makes the extension check it without a click. */
	readonly settings: Partial<Settings>;
	close(): Promise<void>;
}

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function webTarget(text: string): Target {
	if (!URL.canParse(text))
		throw new PlainError(`${text} is not a web address that can be opened.`);
	return {
		url: new URL(text).href,
		// The address may lead on to another host.
		permission: "*://*/*",
		settings: { mode: "all-sites" },
		close: async () => {},
	};
}

async function fileTarget(path: string): Promise<Target> {
	if (!existsSync(path)) throw new PlainError(`There is no file ${path}.`);
	const file = statSync(path).isDirectory() ? join(path, "index.html") : path;
	if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
	const server = await serveFiles(dirname(file));
	return {
		url: `${server.origin}/${encodeURIComponent(basename(file))}`,
		permission: "*://127.0.0.1/*",
		settings: { mode: "chosen-sites", chosenSites: ["127.0.0.1"] },
		close: server.close,
	};
}

/**
 * The page that `--page` names: a web address, or a file, which is served to this machine only.
 * Without one it is the demo page.
 * @throws PlainError when there is no such page.
 */
export async function targetFor(page: string | undefined): Promise<Target> {
	if (page === undefined) return fileTarget(inRoot("demo/index.html"));
	return isWebAddress(page) ? webTarget(page) : fileTarget(userPath(page));
}
