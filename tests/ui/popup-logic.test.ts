import { beforeEach, describe, expect, test } from "vitest";
import { isPdf, pdfIn } from "../../src/popup/document-offer.ts";
import { type PageKind, pageKind } from "../../src/popup/page-kind.ts";
import { type PageState, pageView } from "../../src/popup/page-view.ts";
import { takePopupText } from "../../src/popup/popup-text.ts";
import { isChecked, siteChange } from "../../src/popup/site-choice.ts";
import { thisTab } from "../../src/popup/this-tab.ts";
import type { PageStatus } from "../../src/shared/messages.ts";
import { DEFAULTS, type Settings } from "../../src/shared/settings.ts";
import { provideMessages } from "../../src/shared/ui/i18n.ts";
import { fakeMessages } from "./fake-messages.ts";

beforeEach(() => provideMessages(fakeMessages("en")));

test.each<[string | undefined, PageKind]>([
	["https://news.example:8443/a?b#c", { kind: "web", host: "news.example" }],
	["http://127.0.0.1:9/", { kind: "web", host: "127.0.0.1" }],
	["file:///home/reader/essay.html", { kind: "file" }],
	["chrome://settings/", { kind: "closed" }],
	["about:blank", { kind: "closed" }],
	["chrome-extension://abc/options/index.html", { kind: "closed" }],
	["chrome-extension://abc/viewer/index.html?source=x", { kind: "unknown" }],
	["view-source:https://news.example/", { kind: "closed" }],
	["https://chromewebstore.google.com/detail/x", { kind: "closed" }],
	["https://chrome.google.com/webstore/devconsole", { kind: "closed" }],
	[
		"https://chrome.google.com/other",
		{ kind: "web", host: "chrome.google.com" },
	],
	["https://addons.mozilla.org/firefox/", { kind: "closed" }],
	["no address", { kind: "closed" }],
	[undefined, { kind: "unknown" }],
])("%s is %o", (address, kind) => expect(pageKind(address)).toEqual(kind));

describe("the page's view", () => {
	const status = (
		changes: Partial<PageStatus>,
	): Extract<PageState, { kind: "known" }> => ({
		kind: "known",
		status: { state: "done", passages: 0, judged: 0, marked: 0, ...changes },
	});
	test.each<[PageState, string, "check" | "stop" | undefined, boolean]>([
		[{ kind: "none" }, "no page to check", undefined, false],
		[{ kind: "closed" }, "no extension read this page", undefined, false],
		[{ kind: "starting" }, "Starting", "stop", false],
		[{ kind: "untouched", file: false }, "Not checked.", "check", false],
		[{ kind: "untouched", file: true }, "local file", "check", false],
		[
			{ kind: "failed", failure: "no-permission" },
			"while the page is in front",
			"check",
			false,
		],
		[{ kind: "failed", failure: "out-of-memory" }, "memory", "check", false],
		[status({ state: "off" }), "Not checked.", "check", false],
		[
			status({ state: "failed", failure: "model-missing" }),
			"Reinstall",
			"check",
			false,
		],
		[status({ state: "failed" }), "unexpected", "check", false],
		[
			status({ state: "checking", passages: 24, judged: 9, marked: 3 }),
			"9 of 24 passages, 3 marked",
			"stop",
			true,
		],
		[
			status({ state: "checking", passages: 1 }),
			"0 of 1 passage,",
			"stop",
			false,
		],
		[status({}), "No prose was found", "stop", false],
		[
			status({ passages: 12, judged: 12 }),
			"12 passages checked, none marked",
			"stop",
			false,
		],
		[
			status({ passages: 1200, judged: 1200, marked: 1 }),
			"1,200 passages checked, 1 marked",
			"stop",
			true,
		],
	])("of %o", (state, part, button, marks) => {
		const view = pageView(state);
		expect(view.sentence).toContain(part);
		expect(view.button).toBe(button);
		expect(view.marks).toBe(marks);
	});

	const full = (changes: Partial<PageStatus>, discoveries = 0) =>
		pageView({
			kind: "known",
			status: { state: "done", passages: 9, judged: 9, marked: 0, ...changes },
			share: { share: 0.347, discoveries },
		});
	test("how the passages that are not marked read", () => {
		const unmarked = { unclear: 2, humanLike: 1_040, unscored: 6 };
		const said = "2 unclear, 1,040 human-like, 6 not scored";
		expect(full({ unmarked }).unmarked).toContain(said);
		expect(full({ unmarked, state: "checking" }).unmarked).toContain(said);
		expect(full({ unmarked, state: "checking", judged: 0 }).unmarked).toBe("");
		const none = { unclear: 0, humanLike: 0, unscored: 0 };
		expect(full({ unmarked: none }).unmarked).toBe("");
	});
	test.each([
		[3, 2, "34%", "weighed together"],
		[0, 2, "", ""],
		[3, 0, "", "too little evidence"],
		[0, 0, "", ""],
	])(
		"%i marks and %i passages counted over the page: %o, %o",
		(marked, discoveries, share, note) => {
			const view = full({ marked }, discoveries);
			expect(view.share).toContain(share);
			expect(view.shareNote).toContain(note);
			expect(view.share === "").toBe(share === "");
			expect(full({ marked, state: "checking" }, discoveries).share).toBe("");
		},
	);
	test("what is marked only in part is told, and has no share in the page", () => {
		const some = full({ marked: 3, inPart: 2 }, 2);
		expect(some.sentence).toBe(
			"9 passages checked, 3 marked. Marked only in part: 2.",
		);
		expect(some.share).toContain("34%");
		const all = full({ marked: 2, inPart: 2 }, 2);
		expect(all).toMatchObject({ share: "", shareNote: "", marks: true });
	});
	test("a frame that failed is told beside the rest", () => {
		const { sentence } = full({ failure: "out-of-memory" });
		expect(sentence).toMatch(/none marked\. A part of this page.*memory/);
	});
	test("a page of which only frames are checked can be checked itself", () => {
		const known = status({ passages: 3, judged: 3 });
		expect(pageView({ ...known, partly: true }).button).toBe("check");
	});

	test.each([
		["machine-like", "human-like up to there, machine-like from there"],
		["human-like", "machine-like up to there, human-like from there"],
	] as const)("a turn to %s", (to, words) => {
		const turn = { after: 6, of: 16, to };
		expect(pageView(status({ turn })).turn).toContain(words);
		expect(pageView(status({ turn })).turn).toContain("paragraph 6 of 16");
		expect(pageView(status({})).turn).toBe("");
		expect(pageView(status({ state: "checking", turn })).turn).toBe("");
	});
	test("progress never divides by nothing", () => {
		const view = pageView(status({ state: "checking" }));
		expect(view.progress).toEqual({ value: 0, max: 1 });
	});
});

describe("the site's switch", () => {
	const settings = (changes: Partial<Settings>): Settings => ({
		...DEFAULTS,
		...changes,
	});
	const host = "news.example";
	const own = `*://${host}/*`;

	test.each<[Partial<Settings>, boolean, boolean]>([
		[{ mode: "all-sites" }, true, true],
		[{ mode: "all-sites" }, false, false],
		[{ mode: "all-sites", excludedSites: [host] }, true, false],
		[{ mode: "chosen-sites", chosenSites: [host] }, true, true],
		[{ mode: "chosen-sites", chosenSites: [host] }, false, false],
		[{ mode: "chosen-sites", chosenSites: ["other.example"] }, true, false],
		[
			{ mode: "chosen-sites", chosenSites: [host], excludedSites: [host] },
			true,
			false,
		],
		[{ mode: "on-click", chosenSites: [host] }, true, false],
	])("%o, allowed %s: %s", (changes, allowed, on) => {
		expect(isChecked(settings(changes), host, allowed)).toBe(on);
	});

	test.each<[Partial<Settings>, boolean, ReturnType<typeof siteChange>]>([
		[
			{ mode: "all-sites" },
			false,
			{ changes: { excludedSites: [host] }, needs: [] },
		],
		[
			{ mode: "all-sites", excludedSites: [host, "b.example"] },
			true,
			{ changes: { excludedSites: ["b.example"] }, needs: [own] },
		],
		[
			{ mode: "chosen-sites", chosenSites: ["b.example", host] },
			false,
			{ changes: { chosenSites: ["b.example"] }, frees: [own] },
		],
		[
			{ mode: "on-click", chosenSites: [host], excludedSites: [host] },
			true,
			{
				changes: {
					mode: "chosen-sites",
					chosenSites: [host],
					excludedSites: [],
				},
				needs: [own],
			},
		],
	])("%o, turned to %s", (changes, on, expected) => {
		expect(siteChange(settings(changes), host, on)).toEqual(expected);
	});
});

describe("the tab under the popup", () => {
	type Tabs = Parameters<typeof thisTab>[0];
	const tab = (id: number, lastAccessed: number, url?: string) => ({
		id,
		lastAccessed,
		...(url === undefined ? {} : { url }),
	});
	const tabs = (own: number | undefined, ...found: ReturnType<typeof tab>[]) =>
		({
			getCurrent: async () => found.find(({ id }) => id === own),
			query: async ({ active }: { active?: boolean }) =>
				active ? found.slice(0, 1) : found,
		}) as unknown as Tabs;

	test("is the active one", async () => {
		const page = tab(3, 1, "https://news.example/");
		expect(await thisTab(tabs(undefined, page, tab(4, 9)))).toEqual({
			tabId: 3,
			page: { kind: "web", host: "news.example" },
			address: "https://news.example/",
		});
	});
	test("is the one used before, where the popup is a tab itself", async () => {
		const found = await thisTab(tabs(1, tab(1, 9), tab(2, 3), tab(3, 7)));
		expect(found).toEqual({ tabId: 3, page: { kind: "unknown" } });
	});
	test("is none, where there is no other", async () => {
		expect(await thisTab(tabs(1, tab(1, 9)))).toBeUndefined();
	});
});

test.each([
	["https://a.example/paper.PDF?x#page=2", true],
	["https://a.example/pdf/2101.00001", true],
	["file:///home/reader/book.pdf", true],
	["https://a.example/pdf.html", false],
	["chrome-extension://abc/a.pdf", false],
	["no address", false],
	[undefined, false],
])("%s offers a PDF: %s", (address, expected) =>
	expect(isPdf(address)).toBe(expected),
);

test.each<[string | undefined, string | Error, boolean]>([
	["https://a.example/papers/7", "application/pdf", true],
	["https://a.example/papers/7", "text/html", false],
	["https://a.example/papers/7", new Error("not allowed"), false],
	["https://a.example/paper.pdf", new Error("not allowed"), true],
	["chrome://settings/", "application/pdf", false],
	[undefined, "application/pdf", false],
])("%s that shows %s offers a PDF: %s", async (address, shows, expected) => {
	const contentType = async () => {
		if (shows instanceof Error) throw shows;
		return shows;
	};
	const found = await pdfIn({ address, contentType });
	expect(found).toBe(expected ? address : undefined);
});

test("a text from the context menu is taken once, and only if it is one", async () => {
	const stored = new Map<string, unknown>([["popupText", "Some words."]]);
	const session = {
		get: async () => Object.fromEntries(stored),
		remove: async (key: string) => {
			stored.delete(key);
		},
	} as unknown as Parameters<typeof takePopupText>[0];
	expect(await takePopupText(session)).toBe("Some words.");
	expect(await takePopupText(session)).toBeUndefined();
	stored.set("popupText", 7);
	expect(await takePopupText(session)).toBeUndefined();
});
