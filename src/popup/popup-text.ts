import type { Browser } from "../shared/browser.ts";
import { POPUP_TEXT_KEY } from "../shared/popup-text-key.ts";

/** Takes out the text that the context menu left: it is shown once, and a popup opened later starts empty. */
export async function takePopupText(
	session: Pick<Browser["storage"]["session"], "get" | "remove">,
): Promise<string | undefined> {
	const text = (await session.get(POPUP_TEXT_KEY))[POPUP_TEXT_KEY];
	if (typeof text !== "string") return undefined;
	await session.remove(POPUP_TEXT_KEY);
	return text;
}
