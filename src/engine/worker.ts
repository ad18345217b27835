import { createService } from "./create-service.ts";
import { loadDetector } from "./load-detector.ts";
import { threadCount } from "./thread-count.ts";

/** Entry of the engine's dedicated worker, in the extension's folder `engine/`. */
const receive = createService({
	load: (onProgress) =>
		loadDetector({
			baseUrl: new URL("../", self.location.href).href,
			threads: threadCount({
				cores: navigator.hardwareConcurrency,
				isolated: self.crossOriginIsolated,
			}),
			onProgress,
			signal: new AbortController().signal,
		}),
	post: (message) => self.postMessage(message),
	now: () => performance.now(),
});
self.addEventListener("message", ({ data }: MessageEvent<unknown>) =>
	receive(data),
);
