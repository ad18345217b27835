/** Where extensions may not run, whatever the user allows: the browsers' own stores. */
const STORES: readonly { readonly host: string; readonly path: string }[] = [
	{ host: "chromewebstore.google.com", path: "/" },
	{ host: "chrome.google.com", path: "/webstore" },
	{ host: "microsoftedge.microsoft.com", path: "/addons" },
	{ host: "addons.mozilla.org", path: "/" },
];

const READER = "/viewer/index.html";

/**
 * What may be done with a page. `unknown`: the browser hides its address until the user allows it.
 * `file`: needs the browser's own switch for local files.
 */
export type PageKind =
	| { readonly kind: "web"; readonly host: string }
	| { readonly kind: "file" }
	| { readonly kind: "closed" }
	| { readonly kind: "unknown" };

/** Sorts a tab's address. */
export function pageKind(address: string | undefined): PageKind {
	if (address === undefined || address === "") return { kind: "unknown" };
	if (!URL.canParse(address)) return { kind: "closed" };
	const { protocol, hostname, pathname } = new URL(address);
	// Our own reader of documents is checked like web pages; of other extensions' pages no address is told.
	if (/^(?:chrome|moz)-extension:$/.test(protocol) && pathname === READER)
		return { kind: "unknown" };
	if (protocol === "file:") return { kind: "file" };
	if (protocol !== "http:" && protocol !== "https:") return { kind: "closed" };
	const isStore = STORES.some(
		({ host, path }) => host === hostname && pathname.startsWith(path),
	);
	return isStore ? { kind: "closed" } : { kind: "web", host: hostname };
}
