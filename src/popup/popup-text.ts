import type { Browser } from "../shared/browser.ts";

/** Where the context menu leaves a selected text for the popup that it opens. */
export const POPUP_TEXT_KEY = "popupText";

/** Takes the text out: it is shown once, and a popup opened later starts empty. */
export async function takePopupText(
	session: Pick<Browser["storage"]["session"], "get" | "remove">,
): Promise<string | undefined> {
	const text = (await session.get(POPUP_TEXT_KEY))[POPUP_TEXT_KEY];
	if (typeof text !== "string") return undefined;
	await session.remove(POPUP_TEXT_KEY);
	return text;
}
