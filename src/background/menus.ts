import type { Browser, Menus, Tabs } from "webextension-polyfill";
import type { Verdict } from "../scoring/verdict.ts";
import type { Send } from "../shared/make-send.ts";
import { POPUP_TEXT_KEY } from "../shared/popup-text-key.ts";

const ID = "check-selection";

type MenuBrowser = {
	readonly contextMenus: Pick<Browser["contextMenus"], "create" | "removeAll">;
	readonly i18n: Pick<Browser["i18n"], "getMessage">;
};

/** Adds "Check selected text". The browser keeps menus, so once for each installed version is enough. */
export async function createMenus({
	contextMenus,
	i18n,
}: MenuBrowser): Promise<void> {
	await contextMenus.removeAll();
	contextMenus.create({
		id: ID,
		contexts: ["selection"],
		title: i18n.getMessage("menu_check_selection"),
	});
}

export type SelectionSeams = {
	readonly send: Send;
	readonly judge: (texts: readonly string[]) => Promise<readonly Verdict[]>;
	readonly session: Pick<Browser["storage"]["session"], "set">;
	readonly tabs: Pick<Browser["tabs"], "create">;
	readonly getURL: (path: string) => string;
};

/**
 * Checks the selected text: the verdict is shown at the selection where the content script runs, else
 * the popup page opens with the text.
 */
export async function checkSelection(
	{ send, judge, session, tabs, getURL }: SelectionSeams,
	info: Pick<Menus.OnClickData, "menuItemId" | "selectionText" | "frameId">,
	tab: Pick<Tabs.Tab, "id" | "index"> | undefined,
): Promise<void> {
	const text = info.selectionText?.trim() ?? "";
	if (info.menuItemId !== ID || text === "") return;
	const frame =
		tab?.id === undefined
			? undefined
			: { tabId: tab.id, frameId: info.frameId ?? 0 };

	const isPresent = async (): Promise<boolean> => {
		if (frame === undefined) return false;
		return send("page.status", {}, frame).then(
			() => true,
			() => false,
		);
	};
	const showAtSelection = async (): Promise<boolean> => {
		if (frame === undefined || !(await isPresent())) return false;
		const [verdict] = await judge([text]);
		if (verdict === undefined) return false;
		await send("page.show-selection", { verdict, text }, frame);
		return true;
	};
	if (await showAtSelection().catch(() => false)) return;
	await session.set({ [POPUP_TEXT_KEY]: text });
	await tabs.create({
		url: getURL("popup/index.html"),
		...(tab === undefined ? {} : { index: tab.index + 1 }),
	});
}
