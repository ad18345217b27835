import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { find } from "../shared/ui/dom.ts";

const VIEWER = "viewer/index.html";

export interface DocumentOfferParts {
	readonly tabs: Pick<Browser["tabs"], "create">;
	readonly runtime: Pick<Browser["runtime"], "getURL">;
	/** Address of the tab under the popup. */
	readonly address: string | undefined;
	readonly signal: AbortSignal;
}

/** True for addresses by which sites and disks offer a PDF; the browser shows those itself, out of our reach. */
export function isPdf(address: string | undefined): address is string {
	if (address === undefined || !URL.canParse(address)) return false;
	const { protocol, pathname } = new URL(address);
	return (
		/^(?:https?|file):$/.test(protocol) && /\.pdf$|\/pdf\//i.test(pathname)
	);
}

/** Offers the page that reads documents: for any file, and for the PDF in the tab. */
export function startDocumentOffer(
	page: Document,
	{ tabs, runtime, address, signal }: DocumentOfferParts,
): void {
	const open = (source: string | undefined): void => {
		const query =
			source === undefined ? "" : `?source=${encodeURIComponent(source)}`;
		void guard("document", () =>
			tabs.create({ url: runtime.getURL(VIEWER) + query }),
		);
	};
	find(page, "#open-file", HTMLButtonElement).addEventListener(
		"click",
		() => open(undefined),
		{ signal },
	);
	if (!isPdf(address)) return;
	const pdf = find(page, "#pdf", HTMLButtonElement);
	pdf.hidden = false;
	pdf.addEventListener("click", () => open(address), { signal });
}
