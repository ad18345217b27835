import { describe, expect, it } from "vitest";
import { notProse } from "../../src/scoring/gates.ts";
import { hostileText, hostileTexts, randomFrom } from "./random.ts";

describe("notProse finds", () => {
	it.each<[string, string]>([
		[
			"code",
			"function add(a, b) {\n  const sum = a + b;\n  return sum;\n}\nconsole.log(add(1, 2));",
		],
		[
			"code",
			"import numpy as np\n\ndef mean(values):\n    total = sum(values)\n    return total / len(values)\n\nprint(mean([1, 2, 3]))",
		],
		[
			"code",
			'<div class="card"><a href="/home">Home</a><p>Text</p></div>\n<ul><li>One</li><li>Two</li></ul>',
		],
		[
			"code",
			'{"name": "telltale", "version": "0.1.0", "private": true, "scripts": {"start": "node x"}}',
		],
		[
			"code",
			"SELECT name, age FROM people WHERE age > 30;\nINSERT INTO people (name, age) VALUES ('Ann', 31);",
		],
		[
			"code",
			"$ git clone https://example.org/a.git\n$ cd a && npm install\n$ npm test -- --watch=false",
		],
		[
			"table",
			"Team\tWon\tLost\tPoints\nReds\t12\t4\t40\nBlues\t9\t7\t31\nGreens\t5\t11\t19",
		],
		[
			"table",
			"| Name | Age | Town |\n|---|---|---|\n| Ann | 31 | Leeds |\n| Bob | 44 | York |\n| Cy | 28 | Bath |",
		],
		[
			"table",
			"2019 4.1 3.9 12.5 2020 3.8 4.4 11.9 2021 5.0 4.7 13.2 2022 5.5 4.9 14.0 Total 18.4 17.9",
		],
		["menu", "Home\nAbout us\nProducts\nPricing\nBlog\nCareers\nContact"],
		["menu", "Home | News | Sport | Weather | Travel | Culture | Contact"],
		[
			"list",
			"2 cups plain flour\n1 teaspoon baking powder\n3 large free-range eggs\nA pinch of sea salt\nHalf a cup of melted butter\nZest of one lemon",
		],
		[
			"list",
			"Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Denmark, Estonia, Finland, France, Germany, Greece, Hungary, Ireland, Italy",
		],
		[
			"list",
			"Smith, John; Jones, Mary; Brown, Peter; Taylor, Anne; Wilson, James; Davies, Ruth; Evans, Paul",
		],
		[
			"verse",
			"Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer's lease hath all too short a date;",
		],
		[
			"verse",
			"Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?",
		],
		["verse", "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"],
		[
			"boilerplate",
			"We use cookies and similar technologies to improve your experience. By clicking Accept all cookies you agree to our use of cookies as set out in our Cookie Policy.",
		],
		[
			"boilerplate",
			'Permission is hereby granted, free of charge, to any person obtaining a copy of this software to deal in the software without restriction. The software is provided "as is", without warranty of any kind, express or implied, including the warranties of merchantability.',
		],
		[
			"boilerplate",
			"\u00a9 2021 Example Media Ltd. All rights reserved. Terms of service. Our privacy policy. Unsubscribe at any time.",
		],
	])("%s: %j", (form, text) => {
		expect(notProse(text)).toBe(form);
	});
});

describe("notProse passes", () => {
	it.each([
		"The old bridge had been closed for a year when the council finally said that it would be repaired, and most people had stopped asking.",
		"Call `array.map(fn)` when you need a new array and `forEach` when you do not; the first returns something, the second is for side effects. I mixed them up for years.",
		"To find the slope, subtract the first y from the second and divide by the run: m = (y2 - y1) / (x2 - x1). It is the same for every pair of points on the line.",
		"In 2019 the town had 41,250 people, 3 per cent more than in 2015. By 2021 it had lost 1,200 of them, most to the coast, and the school closed in June.",
		"We visited Rome, Florence, Siena and Pisa, ate far too much, slept too little, and came home with a cold each. I would do it again tomorrow, and so would she.",
		"I changed one habit.\n\nI stopped opening mail before ten.\n\nThe first week was hard, because everyone expected an answer at once.\n\nBy the third week nobody noticed any more.\n\nTry it and tell me how it goes for you.",
		"Here is what I would do first:\n- Write down every bill you pay in a month, even the small ones that you tend to forget.\n- Cancel the two that you would not miss, and put that money aside on the day you are paid.\n- Repeat it after three months, because new ones creep in.",
		"This mail has lines that were wrapped at a fixed width, as mail programs\nused to do and some still do, so that a paragraph of plain prose comes\nas several lines of much the same length, none of which ends where a\nsentence does.",
		"Dear Mrs. Hill,\n\nThank you for your letter of 3 May. The gate will be mended next week, and we are sorry that it took so long to find someone for it.\n\nYours,\nJ. Ward\nTown Clerk\nLeeds",
		'The court held that the licence did not permit resale. "All rights reserved" on the label was no contract, the judge wrote, and a buyer who never saw the terms of service could hardly have agreed to them. The maker appealed, and lost again, nine months later.',
		'"Where were you?" she asked.\n"Out."\n"Out where?"\n"Just out, walking along the river until it got too dark to see the path."\nShe put the plate down harder than she had meant to and looked at the clock.',
		"那座旧桥已经关闭了一年，镇政府终于决定修理它，村里的大多数人早就不再问起这件事了。后来有人说，钱其实早就到位了。",
		"",
	])("%j", (text) => {
		expect(notProse(text)).toBeUndefined();
	});
});

describe("notProse", () => {
	it("answers for any text in reasonable time", () => {
		const random = randomFrom(6);
		for (let round = 0; round < 500; round++) notProse(hostileText(random, 60));
		for (const text of hostileTexts(1_000_000)) {
			const start = performance.now();
			notProse(text);
			expect(performance.now() - start, text.slice(0, 9)).toBeLessThan(3000);
		}
	});
});
