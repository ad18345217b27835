/** What is used of Chrome's `offscreen` interface, which webextension-polyfill does not type. */
export type OffscreenApi = {
	readonly createDocument: (options: {
		readonly url: string;
		readonly reasons: readonly string[];
		readonly justification: string;
	}) => Promise<void>;
};

/** Chrome's `offscreen` interface, or `undefined` in a browser without it. */
export function offscreenApi(api: unknown): OffscreenApi | undefined {
	if (typeof api !== "object" || api === null || !("offscreen" in api)) {
		return undefined;
	}
	const { offscreen } = api;
	return isOffscreenApi(offscreen) ? offscreen : undefined;
}

const isOffscreenApi = (value: unknown): value is OffscreenApi =>
	typeof value === "object" &&
	value !== null &&
	"createDocument" in value &&
	typeof value.createDocument === "function";
