import type { Browser } from "../shared/browser.ts";
import { guard } from "../shared/guard.ts";
import { find } from "../shared/ui/dom.ts";

const VIEWER = "viewer/index.html";

export interface DocumentOfferParts {
	readonly tabs: Pick<Browser["tabs"], "create">;
	readonly runtime: Pick<Browser["runtime"], "getURL">;
	/** Address of the tab under the popup. */
	readonly address: string | undefined;
	/** Media type of what that tab shows; rejects where the browser lets nobody look. */
	readonly contentType: () => Promise<string | undefined>;
	readonly signal: AbortSignal;
}

/** True for addresses by which sites and disks offer a PDF; the browser shows those itself, out of our reach. */
export function isPdf(address: string | undefined): address is string {
	return (
		isReadable(address) && /\.pdf$|\/pdf\//i.test(new URL(address).pathname)
	);
}

/** True for addresses of which the page that reads documents can fetch the file. */
function isReadable(address: string | undefined): address is string {
	if (address === undefined || !URL.canParse(address)) return false;
	return /^(?:https?|file):$/.test(new URL(address).protocol);
}

const PDF_TYPE = "application/pdf";

/** The address of the PDF in the tab, by its name, else by what the tab shows; undefined where it shows none. */
export async function pdfIn({
	address,
	contentType,
}: Pick<DocumentOfferParts, "address" | "contentType">): Promise<
	string | undefined
> {
	if (isPdf(address)) return address;
	if (!isReadable(address)) return undefined;
	const type = await contentType().catch(() => undefined);
	return type === PDF_TYPE ? address : undefined;
}

/** Offers the page that reads documents: for any file, and for the PDF in the tab. */
export function startDocumentOffer(
	page: Document,
	parts: DocumentOfferParts,
): void {
	const { tabs, runtime, signal } = parts;
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
	const offer = async (): Promise<void> => {
		const source = await pdfIn(parts);
		if (source === undefined || signal.aborted) return;
		const pdf = find(page, "#pdf", HTMLButtonElement);
		pdf.hidden = false;
		pdf.addEventListener("click", () => open(source), { signal });
	};
	void guard("PDF offer", offer);
}
