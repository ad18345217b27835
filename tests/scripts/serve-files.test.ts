import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type FileServer,
	serveFiles,
} from "../../scripts/browser/serve-files.ts";

let folder = "";
let server: FileServer;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "telltale-serve-"));
	const root = join(folder, "public");
	await mkdir(root);
	await writeFile(join(root, "index.html"), "<p>front</p>");
	await writeFile(join(root, "a b.txt"), "spaced");
	await writeFile(join(folder, "secret.txt"), "secret");
	await symlink(join(folder, "secret.txt"), join(root, "link.txt"));
	server = await serveFiles(root);
});

afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

/** Unlike fetch, this sends the path as it stands. */
const get = (path: string): Promise<{ status: number; body: string }> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = new URL(server.origin);
		request({ hostname, port, path }, (response) => {
			let body = "";
			response.on("data", (part: Buffer) => {
				body += part.toString();
			});
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, body }),
			);
		})
			.on("error", reject)
			.end();
	});

test.each([
	["/", 200, "<p>front</p>"],
	["/index.html?x=1", 200, "<p>front</p>"],
	["/a%20b.txt", 200, "spaced"],
	["/none.html", 404, "Not found"],
	["/../secret.txt", 404, "Not found"],
	["/%2e%2e/secret.txt", 404, "Not found"],
	["/..%2fsecret.txt", 404, "Not found"],
	["/link.txt", 404, "Not found"],
	["/%ff", 404, "Not found"],
])("%s answers %i", async (path, status, body) => {
	expect(await get(path)).toEqual({ status, body });
});
