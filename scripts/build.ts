import { buildExtension, watchExtension } from "./build/extension.ts";
import { main } from "./lib/plain-error.ts";
import { inRoot } from "./lib/root.ts";

/** `npm run build` writes dist/ for "load unpacked"; `--watch` (`npm run dev`) keeps it up to date. */
main(async () => {
	const request = { outDir: inRoot("dist") };
	if (process.argv.includes("--watch")) {
		const stop = new AbortController();
		process.once("SIGINT", () => stop.abort());
		console.error("Watching; dist/ is ready for “load unpacked”.");
		await watchExtension(request, stop.signal);
	} else {
		await buildExtension(request);
		console.error("dist/ is ready for “load unpacked”.");
	}
	return 0;
});
