import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".gif": "image/gif",
	".htm": "text/html; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".jpeg": "image/jpeg",
	".jpg": "image/jpeg",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".mjs": "text/javascript; charset=utf-8",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".webp": "image/webp",
	".woff2": "font/woff2",
	".xhtml": "application/xhtml+xml; charset=utf-8",
};

export interface FileServer {
	/** `http://127.0.0.1:PORT`, without a slash at the end. */
	readonly origin: string;
	close(): Promise<void>;
}

/** The file behind a request path; undefined when there is none inside `root`, links included. */
async function fileFor(
	root: string,
	requestPath: string,
): Promise<string | undefined> {
	try {
		const path = decodeURIComponent(new URL(requestPath, "http://x/").pathname);
		let file = await realpath(join(root, path));
		if ((await stat(file)).isDirectory())
			file = await realpath(join(file, "index.html"));
		return file.startsWith(root + sep) ? file : undefined;
	} catch {
		return undefined;
	}
}

/** Serves one folder to this machine only: plain files, no listings, nothing outside the folder. */
export async function serveFiles(folder: string): Promise<FileServer> {
	const root = await realpath(folder);
	const server = createServer((request, response) => {
		const reply = async () => {
			const file = await fileFor(root, request.url ?? "/");
			if (file === undefined) {
				response.writeHead(404).end("Not found");
				return;
			}
			const type = TYPES[extname(file).toLowerCase()];
			response.writeHead(200, {
				"content-type": type ?? "application/octet-stream",
				"cache-control": "no-store",
			});
			response.end(await readFile(file));
		};
		reply().catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("The local server has no port.");
	const close = () =>
		new Promise<void>((resolve) => {
			server.closeAllConnections();
			server.close(() => resolve());
		});
	return { origin: `http://127.0.0.1:${address.port}`, close };
}
