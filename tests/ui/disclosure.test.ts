import { beforeEach, expect, test } from "vitest";
import { pageView } from "../../src/popup/page-view.ts";
import { wholePage } from "../../src/shared/frames.ts";
import type { Disclosure, PageStatus } from "../../src/shared/messages.ts";
import { isPageStatus } from "../../src/shared/page-checks.ts";
import { provideMessages } from "../../src/shared/ui/i18n.ts";
import { fakeMessages } from "./fake-messages.ts";

const status = (disclosures: readonly Disclosure[]): PageStatus => ({
	state: "checking",
	passages: 3,
	judged: 1,
	marked: 0,
	disclosures,
});
const said = (it: PageStatus): string => {
	const whole = wholePage([{ frameId: 0, status: it }]);
	expect(whole).toBeDefined();
	return pageView({ kind: "known", status: whole ?? it }).disclosure;
};

beforeEach(() => provideMessages(fakeMessages("en")));

test.each<[Disclosure["kind"], string, RegExp]>([
	["label", "Written by AI.", /says of itself.*Written by AI\./],
	["source-type", "compositeSynthetic", /declares.*compositeSynthetic/],
	["declared", "ai-generated", /declares.*ai-generated/],
	["generator", "ChatGPT to HTML", /names.*ChatGPT to HTML/],
])("a page's %s is said before all is judged", (kind, text, sentence) => {
	expect(said(status([{ kind, text }]))).toMatch(sentence);
});

test("a page that says nothing gets no line", () => {
	expect(said(status([]))).toBe("");
	expect(said({ state: "done", passages: 0, judged: 0, marked: 0 })).toBe("");
});

test.each([
	[[{ kind: "label", text: "x" }], true],
	[[{ kind: "label", text: "x".repeat(201) }], false],
	[[{ kind: "boast", text: "x" }], false],
	[[{ kind: "label" }], false],
	[Array(6).fill({ kind: "label", text: "x" }), false],
	["label", false],
])("only bounded lines of known kinds pass", (disclosures, passes) => {
	const { state, passages, judged, marked } = status([]);
	const value = { state, passages, judged, marked, disclosures };
	expect(isPageStatus(value)).toBe(passes);
});
