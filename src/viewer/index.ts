import { PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";
import { browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { send } from "../shared/send.ts";
import { serve } from "../shared/serve.ts";
import { find } from "../shared/ui/dom.ts";
import { watchEngine } from "../shared/ui/engine-watch.ts";
import {
	interfaceLanguage,
	localise,
	provideMessages,
} from "../shared/ui/i18n.ts";
import { load } from "./load.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readSource } from "./read-source.ts";
import { createChecking } from "./start-checking.ts";
import { startViewer } from "./start-viewer.ts";

const CONTENT_SCRIPT = "/content/index.js";
const PDF_WORKER = "/viewer/pdf-worker.js";

provideMessages(browser.i18n);
localise(document);
const opened = new AbortController();
addEventListener("pagehide", () => opened.abort(), { once: true });

const { permissions, runtime } = browser;
const checking = createChecking(document, runtime.getURL(CONTENT_SCRIPT));

serve(
	"viewer",
	{
		"viewer.check": () => {
			checking.again();
			return {};
		},
	},
	opened.signal,
);

void guard("viewer", () => {
	startViewer(document, {
		address: location.href,
		load: (wanted, progress, signal) =>
			load(
				wanted,
				{
					permissions,
					fetch: (...request) => fetch(...request),
					createRequest: () => new XMLHttpRequest(),
				},
				progress,
				signal,
			),
		read: (source, progress, signal) =>
			readSource(
				source,
				{
					parse: (text, type) => new DOMParser().parseFromString(text, type),
					readPdf: async (bytes, heard, wanted) => {
						const port = new Worker(runtime.getURL(PDF_WORKER), {
							type: "module",
						});
						// A hostile file may keep the worker busy for ever.
						const end = (): void => port.terminate();
						wanted.addEventListener("abort", end, { once: true });
						try {
							const worker = PDFWorker.create({ port });
							return await readPdf(bytes, { worker, progress: heard }, wanted);
						} finally {
							end();
						}
					},
					fallbackEncoding: interfaceLanguage().startsWith("zh")
						? "gb18030"
						: "windows-1252",
				},
				progress,
				signal,
			),
		startChecking: checking.begin,
		signal: opened.signal,
	});
	watchEngine(find(document, "#engine", HTMLElement), {
		send,
		serve,
		signal: opened.signal,
	});
});
