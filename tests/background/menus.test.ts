import { describe, expect, it, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import { checkSelection } from "../../src/background/menus.ts";
import { takePopupText } from "../../src/popup/popup-text.ts";
import { POPUP_TEXT_KEY } from "../../src/shared/popup-text-key.ts";
import { fakeStorage } from "../shared/fake-storage.ts";
import { tooShort } from "../shared/verdicts.ts";
import { fakeSend } from "./fake-send.ts";

const status = { state: "done", passages: 1, judged: 1, marked: 0 } as const;

function openMenu(
	answers: Parameters<typeof fakeSend>[0],
	judge = vi.fn(async () => [tooShort(4)]),
) {
	const { send, sent } = fakeSend(answers);
	const { area, values } = fakeStorage();
	const create = vi.fn(
		async (_tab: Tabs.CreateCreatePropertiesType) => ({}) as Tabs.Tab,
	);
	const seams = {
		send,
		judge,
		session: area,
		tabs: { create },
		getURL: (path: string) => `ext:/${path}`,
	};
	const click = (
		selectionText: string,
		menuItemId = "check-selection",
	): Promise<void> =>
		checkSelection(
			seams,
			{ menuItemId, selectionText, frameId: 2 },
			{ id: 7, index: 3 },
		);
	return { click, judge, sent, area, values, create };
}

describe("check selected text", () => {
	it("shows the verdict at the selection where the content script runs", async () => {
		const { click, judge, sent, create } = openMenu({
			"page.status": status,
			"page.show-selection": {},
		});
		await click("  Some selected text. ");
		expect(judge).toHaveBeenCalledWith(["Some selected text."]);
		expect(sent.at(-1)).toEqual([
			"page.show-selection",
			{ verdict: tooShort(4), text: "Some selected text." },
			{ tabId: 7, frameId: 2 },
		]);
		expect(create).not.toHaveBeenCalled();
	});

	it.each([
		["nobody is there to show it", {}, undefined],
		["the page is gone meanwhile", { "page.status": status }, undefined],
		[
			"the engine fails",
			{ "page.status": status },
			() => Promise.reject(new Error("no")),
		],
	])(
		"opens the popup page with the text when %s",
		async (_why, answers, fail) => {
			const { click, area, values, create } = openMenu(
				answers,
				fail && vi.fn(fail),
			);
			await click("Some text");
			expect(await takePopupText(area)).toBe("Some text");
			expect(values.has(POPUP_TEXT_KEY)).toBe(false);
			expect(create).toHaveBeenCalledWith({
				url: "ext:/popup/index.html",
				index: 4,
			});
		},
	);

	it.each([
		["an empty selection", "  ", "check-selection"],
		["another entry", "Some text", "other"],
	])("does nothing for %s", async (_what, text, entry) => {
		const { click, sent, create } = openMenu({});
		await click(text, entry);
		expect(sent).toEqual([]);
		expect(create).not.toHaveBeenCalled();
	});
});
