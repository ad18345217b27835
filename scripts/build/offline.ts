import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Where the model library would download from if our settings failed; the package must not even name them. */
const REMOTE_BASES: readonly { readonly from: string; readonly to: string }[] =
	[
		{
			// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the library's source text.
			from: "https://cdn.jsdelivr.net/npm/onnxruntime-web@${ONNX_ENV.versions.web}/dist/",
			to: "/ort/",
		},
		{ from: 'remoteHost: "https://huggingface.co/"', to: 'remoteHost: "/"' },
	];

/** Rewrites the model library's default download addresses to local ones, and fails when one is not found. */
export const offline: Plugin = {
	name: "offline",
	setup(build) {
		build.onLoad({ filter: /transformers\.web\.js$/ }, async ({ path }) => {
			let contents = await readFile(path, "utf8");
			for (const { from, to } of REMOTE_BASES) {
				if (!contents.includes(from))
					return { errors: [{ text: `No longer in ${path}: ${from}` }] };
				contents = contents.replaceAll(from, to);
			}
			return { contents, loader: "js" };
		});
	},
};
