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
		[
			"boilerplate",
			"This website uses cookies to ensure you get the best experience. We use cookies to personalise content and ads, to provide social media features and to analyse our traffic. You can manage cookies at any time. See our privacy policy for details.",
		],
		[
			"boilerplate",
			"These terms of service govern your use of the website. By using this site you agree to these terms and conditions. The service is provided as is, without warranty of any kind, and in no event shall the company be liable for any damages.",
		],
		[
			"boilerplate",
			'Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with the License. Unless required by applicable law, software is distributed on an "AS IS" basis, without warranties or conditions of any kind.',
		],
		[
			"boilerplate",
			"Sign up for our newsletter. You can unsubscribe at any time. This site is protected by reCAPTCHA and the Google privacy policy and terms of service apply.",
		],
		[
			"boilerplate",
			"本网站使用Cookie来改善您的体验。继续浏览即表示您同意我们的隐私政策和服务条款。版权所有，未经书面授权，不得转载。",
		],
		[
			"boilerplate",
			"本站聲明：版權所有，未經許可不得轉載。請參閱隱私權政策與服務條款。免責聲明：本站內容僅供參考。",
		],
		[
			"code",
			"arr.map(callbackFn)\narr.map(callbackFn, thisArg)\narr.filter((element, index) => index > 0)\narr.reduce((sum, n) => sum + n, 0)",
		],
		[
			"code",
			'GET /v1/users/{id}?fields=name,email HTTP/1.1\nHost: api.example.org\nAuthorization: Bearer <token>\nAccept: application/json\n\n{"id": 7, "name": "Ann"}',
		],
		[
			"code",
			"open(file, mode='r', buffering=-1, encoding=None, errors=None)\nos.path.join(path, *paths)\nstr.split(sep=None, maxsplit=-1)\ndict.get(key, default=None, /)",
		],
		[
			"code",
			"2024-05-01 12:00:01 ERROR [main] com.example.App - java.io.IOException: disk full\n\tat com.example.Store.write(Store.java:41)\n\tat com.example.App.main(App.java:12)",
		],
		[
			"table",
			"Name,Age,Town,Country\nAnn,31,Leeds,UK\nBob,44,York,UK\nCy,28,Bath,UK\nDee,39,Lyon,France",
		],
		["menu", "Sign in › Account › Orders › Returns › Help › Contact us"],
		[
			"list",
			"1. Quiet bicycle\n2. Warm coat\n3. Two pairs of walking boots\n4. Map of the valley\n5. Torch and batteries\n6. Something sweet to eat",
		],
		[
			"verse",
			"空山新雨後，天氣晚來秋。明月松間照，清泉石上流。竹喧歸浣女，蓮動下漁舟。",
		],
		[
			"verse",
			"昔人已乘黄鹤去，此地空余黄鹤楼。\n黄鹤一去不复返，白云千载空悠悠。\n晴川历历汉阳树，芳草萋萋鹦鹉洲。",
		],
		[
			"quotation",
			'In a letter to his brother he wrote: "We came down to the river on the third day and found that the bridge had gone with the flood, so that there was nothing for it but to wait until the water fell or to walk another thirty miles to the ford, and none of us had boots fit for that. So we waited, and ate what there was." It is a good letter.',
		],
		[
			"quotation",
			"> The bridge had gone with the flood, so that there was nothing for it but to wait.\n> We ate what there was and slept in the barn.\n> On the fourth day the water fell.\nThanks, I had forgotten that.",
		],
		[
			"quotation",
			"他在信里写道：“我们第三天到了河边，发现桥已经被洪水冲走了，只好在谷仓里等着水退。又过了一天，水才慢慢退下去，我们五个人用绳子拴着，一个接一个走过去，谁也没有说话。到了对岸，天已经黑了，我们生了火，把衣服烤干，才发现干粮全湿了。”信到这里就断了。",
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
		'"I know what you mean," the old man said. "Last year, when the water was low, I walked down to the bridge every evening and looked at the stones, and I thought about your father, who built it with his own hands, and about the winter when it was finished and we all stood on it and drank to the next hundred years, and not one of us had a coat." He stopped.',
		'The minister wrote that "the bridge will be open by June", and the paper believed him. It was not open by June, nor by the June after that, and when I asked at the town hall they showed me a second letter, with a new date and the same signature under it.',
		"> Will the bridge be open by June?\nNo. I asked at the town hall last week and they told me that the money has gone to the school, which needs a roof, and that nobody expects the work to begin before the autumn, if at all.",
		"He uses cookies as bait, which sounds odd until you see a raccoon with one. All rights reserved, he says, and laughs, and takes another out of the tin. The trap is a wooden box with a wire door, and nothing that goes in comes to any harm.",
		"The method takes two arguments, a path and a mode, and returns a file object. If you leave the mode out, the file is opened for reading; pass 'w' to write, but be careful, because that empties an existing file at once. I learned it the hard way.",
		"他忙忙碌碌，早出晚归，从来没有一天能够安安静静地坐下来吃一顿饭。她说，等春天来了，一定要一起去看花。",
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
