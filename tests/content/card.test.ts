// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { createCard } from "../../src/content/card.ts";
import { cardText } from "../../src/content/card-text.ts";
import { scored } from "./fakes.ts";

const text = cardText(
	{
		...scored("robot", 0.0005),
		reasons: ["evidence", "lexical", "length"].map((part) => ({
			part: part as "evidence",
			direction: "machine",
			weight: 1,
			percentile: 0.9,
			examples: [],
		})),
	},
	"normal",
);
const line = { left: 10, top: 10, width: 100, height: 20 };
const spot = { line, text: line };

const openCard = () => {
	const life = new AbortController();
	const card = createCard({ document, style: () => {} }, life.signal);
	return { card, life };
};
let before = "";
beforeEach(() => {
	document.body.innerHTML = "<p>text <a href='#x'>link</a></p>";
	before = document.documentElement.outerHTML;
});

it("says the verdict, its numbers, at most two reasons and a hint", () => {
	expect(text.reasons).toHaveLength(2);
	expect(text.facts).toHaveLength(2);
	expect(
		[text.verdict, text.rate, text.hint].every(
			(part) => part !== undefined && part !== "",
		),
	).toBe(true);
});

it("says of a part what is known of the part, and gives no number or reason that is of the whole", () => {
	const { verdict, facts, rate, reasons } = cardText(
		{
			...scored("robot", 0.3),
			run: { from: 0, to: 5, pValue: 0.004, capped: false },
			reasons: [
				{
					part: "evidence",
					direction: "human",
					weight: -1,
					percentile: 0.2,
					examples: [],
				},
			],
		},
		"normal",
	);
	expect({ verdict, rate, reasons, facts: facts.length }).toEqual({
		verdict: "verdict_part",
		rate: "verdict_p_part_one_in",
		reasons: [],
		facts: 1,
	});
});

it("says where a part begins only when no mark shows it", () => {
	const verdict = {
		...scored("robot", 0.3),
		run: { from: 6, to: 80, pValue: 0.004, capped: false },
	};
	const judged = `Human. ${"One two three four five six seven eight nine ten. ".repeat(2)}`;
	expect(cardText(verdict, "normal").part).toBeUndefined();
	expect(cardText(verdict, "normal", judged).part).toBe("card_part_begins");
	expect(
		cardText({ ...verdict, run: undefined }, "normal", judged).part,
	).toBeUndefined();
});

it("makes no claim about text that was not scored", () => {
	const short = cardText(
		{
			kind: "too-short",
			words: 5,
			hidden: { zeroWidth: 0, direction: 0, lookAlike: 0, other: 0 },
		},
		"normal",
	);
	expect(short).toMatchObject({
		rate: undefined,
		reasons: [],
		hint: undefined,
	});
});

it("is one closed element while it is open, and none after", () => {
	const { card } = openCard();
	card.open(text, () => spot, { focus: false });
	const host = document.documentElement.lastElementChild;
	expect(host?.localName).toBe("telltale-card");
	expect(host?.shadowRoot).toBeNull();
	expect(
		document.documentElement.outerHTML.replace(host?.outerHTML ?? "", ""),
	).toBe(before);
	card.open(text, () => spot, { focus: false });
	expect(document.querySelectorAll("telltale-card")).toHaveLength(1);
	card.close();
	expect(document.documentElement.outerHTML).toBe(before);
});

it.each([
	[
		"Escape",
		() =>
			document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })),
	],
	["the end of the script", (life: AbortController) => life.abort()],
] as const)("goes away on %s", (_name, act) => {
	const { card, life } = openCard();
	card.open(text, () => spot, { focus: false });
	act(life);
	expect(card.isOpen()).toBe(false);
	expect(document.documentElement.outerHTML).toBe(before);
});

it("goes away when the page scrolls and its text is no longer there", () => {
	const { card } = openCard();
	let shown: typeof spot | undefined = spot;
	card.open(text, () => shown, { focus: false });
	document.dispatchEvent(new Event("scroll"));
	expect(card.isOpen()).toBe(true);
	shown = undefined;
	document.dispatchEvent(new Event("scroll"));
	expect(document.documentElement.outerHTML).toBe(before);
});

it("takes the focus where asked and gives it back", () => {
	const { card } = openCard();
	const link = document.querySelector("a");
	link?.focus();
	card.open(text, () => spot, { focus: true });
	expect(document.activeElement?.localName).toBe("telltale-card");
	card.close();
	expect(document.activeElement).toBe(link);
});
